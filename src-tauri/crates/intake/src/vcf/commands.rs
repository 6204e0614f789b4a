//! Header lines in which a caller left its command.

/// Whether a header line holds the command of a caller of pairs: `##MuTect="…"`, `##GATKCommandLine=<…>`,
/// `##SentieonCommandLine.TNhaplotyper2=<…>`, `##strelka_cmd=…`.
pub(super) fn is_command(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.contains("command") || lower.contains("cmd") || lower.contains("mutect")
}

/// The samples that a command names as the tumour and as the normal one: `tumor_sample_name=S2` of MuTect,
/// `--tumor_sample S2` of Sentieon, `-tumor S2` of Mutect2 before GATK 4.1.
pub(super) fn samples_of_command(text: &str) -> (Option<&str>, Option<&str>) {
    let words = || text.split([' ', '\t', '"', ',', '<', '>', '[', ']']).filter(|word| !word.is_empty());
    let named = |kind: &str| {
        let is_it = |option: &str| {
            let option = option.trim_start_matches('-');
            let rest = option.strip_prefix(kind).map(|rest| rest.trim_matches(|c| c == '_' || c == '-'));
            let named = matches!(rest, Some("sample" | "sample_name" | "sample-name"));
            named || (rest == Some("") && option == kind)
        };
        let mut found = None;
        let mut words = words().peekable();
        while let Some(word) = words.next() {
            let (option, value) = match word.split_once('=') {
                Some((option, value)) => (option, Some(value)),
                None => (word, words.peek().copied().filter(|_| word.starts_with('-'))),
            };
            if let Some(value) =
                value.filter(|value| is_it(option) && !value.is_empty() && !value.starts_with('-'))
            {
                // Two names are none: nobody can tell which is meant.
                if found.is_some_and(|other| other != value) {
                    return None;
                }
                found = Some(value);
            }
        }
        found
    };
    (named("tumor"), named("normal"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_names_its_samples() {
        for text in [
            "\"analysis_type=MuTect input_file=[a.bam, b.bam] tumor_sample_name=S2 normal_sample_name=S1 dbsnp=[]\"",
            "<ID=Mutect2,CommandLine=\"Mutect2  --tumor-sample S2 --normal-sample S1 --output x.vcf\">",
            "<ID=Mutect2,CommandLine=\"Mutect2 -tumor S2 -normal S1 -O x.vcf\">",
            "<ID=TNhaplotyper2,CommandLine=\"sentieon driver --algo TNhaplotyper2 --tumor_sample S2 --normal_sample S1\">",
        ] {
            assert_eq!(samples_of_command(text), (Some("S2"), Some("S1")), "{text}");
        }
        for text in
            ["", "--tumor_sample", "--tumor_sample=", "tumor a.bam normal b.bam", "--tumor-lod 6 --tumor"]
        {
            assert_eq!(samples_of_command(text).0, None, "{text}");
        }
        assert_eq!(samples_of_command("--tumor-sample A --tumor-sample B").0, None, "two are none");
        assert!(is_command("GATKCommandLine") && is_command("MuTect") && !is_command("contig"));
    }
}
