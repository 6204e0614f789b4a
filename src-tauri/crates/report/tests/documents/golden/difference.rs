//! Two texts line by line, as a person reads what changed.

/// Lines shown of one document; more are counted.
const SHOWN: usize = 60;
/// Lines around a change.
const AROUND: usize = 1;

/// What was taken away and what was added, each with the lines around it; nothing when the texts are equal.
pub fn between(before: &str, after: &str) -> Option<String> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    if before == after {
        return None;
    }
    let lines = edits(&before, &after);
    let near = |at: usize| {
        let from = at.saturating_sub(AROUND);
        lines.iter().skip(from).take(at - from + AROUND + 1).any(|(sign, _)| *sign != ' ')
    };
    let shown: Vec<String> = lines
        .iter()
        .enumerate()
        .filter(|(at, _)| near(*at))
        .map(|(_, (sign, line))| format!("{sign} {line}"))
        .collect();
    let mut out = shown.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
    if shown.len() > SHOWN {
        out.push_str(&format!("\n… and {} lines more", shown.len() - SHOWN));
    }
    Some(out)
}

/// Every line of both texts with its sign, by the longest common part.
fn edits<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<(char, &'a str)> {
    // How many lines two rests have in common.
    let width = after.len() + 1;
    let mut common = vec![0u32; (before.len() + 1) * width];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i * width + j] = if before[i] == after[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            lines.push((' ', before[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == after.len()
            || i < before.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]
        {
            lines.push(('-', before[i]));
            i += 1;
        } else {
            lines.push(('+', after[j]));
            j += 1;
        }
    }
    lines
}

#[test]
fn a_changed_line_is_shown_before_and_after_with_its_neighbours() {
    let shown = between("a\nb\nc\nd\ne", "a\nb\nC\nd\ne").expect("they differ");
    assert_eq!(shown, "  b\n- c\n+ C\n  d", "the change and a line around it");
    assert_eq!(between("a\nb", "a\nb\n"), None, "the end of the last line is no difference");
}
