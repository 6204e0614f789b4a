//! The names in a molecular profile, as far as looking it up needs them. What a profile says is not judged here.

/// The parts of a profile between AND and OR, without NOT and brackets: `EML4::ALK Fusion`, `ALK F1174L`.
pub(crate) fn parts(profile: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in profile.split(' ') {
        let end = at + word.len();
        if word == "AND" || word == "OR" {
            parts.push(profile.get(start..at).unwrap_or_default());
            start = end;
        }
        at = end + 1;
    }
    parts.push(profile.get(start..).unwrap_or_default());
    parts.into_iter().map(without_frame).filter(|part| !part.is_empty()).collect()
}

/// Brackets that group parts are taken off, those that belong to a name (`G12D (c.35G>A)`) are not.
fn without_frame(part: &str) -> &str {
    let mut part = part.trim();
    loop {
        let opened = part.matches('(').count();
        let closed = part.matches(')').count();
        let shorter = match part.strip_prefix("NOT ") {
            Some(rest) => rest,
            None if part.starts_with('(') && (opened > closed || part.ends_with(')')) => {
                part.get(1..).unwrap_or_default()
            }
            None if part.ends_with(')') && closed > opened => part.get(..part.len() - 1).unwrap_or_default(),
            None => return part,
        };
        part = shorter.trim();
    }
}

/// What a profile is found by: the beginning of each part up to four words (factors have names of several), and the partners of
/// fusions, `EML4::ALK` and in the older form `EML4-ALK`.
pub(crate) fn names(profile: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in parts(profile) {
        let words: Vec<&str> = part.split_whitespace().collect();
        for many in 1..=words.len().saturating_sub(1).clamp(1, 4) {
            names.push(words.get(..many).unwrap_or_default().join(" "));
        }
        for word in words {
            partners(word, &mut names);
        }
    }
    names.sort();
    names.dedup();
    names
}

/// The genes of a fusion's name.
pub(crate) fn partners(word: &str, names: &mut Vec<String>) {
    if word.contains("::") {
        // `v` and `?` stand for any partner.
        names.extend(
            word.split("::").filter(|name| !name.is_empty() && !["v", "?"].contains(name)).map(str::to_owned),
        );
    } else if word.contains('-') {
        let pieces: Vec<&str> = word.split('-').collect();
        if pieces.iter().all(|piece| is_symbol(piece)) {
            names.extend(pieces.into_iter().map(str::to_owned));
        }
    }
}

fn is_symbol(piece: &str) -> bool {
    piece.len() > 1
        && piece.starts_with(|c: char| c.is_ascii_uppercase())
        && piece.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_taken_apart_at_its_joints() {
        assert_eq!(parts("ALK F1174L AND RANBP2::ALK Fusion"), ["ALK F1174L", "RANBP2::ALK Fusion"]);
        assert_eq!(
            parts("EGFR L858R AND (EGFR T790M OR NOT EGFR C797S) AND NOT (KRAS G12D (c.35G>A))"),
            ["EGFR L858R", "EGFR T790M", "EGFR C797S", "KRAS G12D (c.35G>A)"]
        );
        assert_eq!(parts("ANDR Mutation"), ["ANDR Mutation"]);
        assert_eq!(parts(" AND "), Vec::<&str>::new());
    }

    #[test]
    fn partners_and_factors_are_names_too() {
        let has = |profile: &str, name: &str| names(profile).iter().any(|known| known == name);
        for name in ["EML4", "ALK", "EML4::ALK"] {
            assert!(has("EML4::ALK Fusion AND ALK F1174L", name), "{name}");
        }
        assert!(has("TMB High", "TMB") && has("Mismatch Repair Deficiency", "Mismatch Repair"));
        assert!(has("ALK EML4-ALK e6-e20", "EML4") && has("v::NTRK1 Fusion", "NTRK1"));
        assert!(!has("v::NTRK1 Fusion", "v") && !has("KRAS G12", "G12"));
    }
}
