//! Why a reference genome cannot be used, in words for people.

use entaku_domain::label::Label;

/// What is wrong with a reference genome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceErrorKind {
    /// There is no such file, or it cannot be read.
    Missing,
    /// The file is no FASTA, or packed in a way that cannot be read from the middle.
    NotFasta,
    /// An index is missing.
    NoIndex,
    /// Index and file do not belong together, or one of them breaks off.
    Damaged,
    /// Its contigs are those of another build.
    OtherBuild,
    /// It is not the file that was registered.
    Changed,
}

/// A reference genome that cannot be used, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", said.en)]
pub struct ReferenceError {
    /// What is wrong.
    pub kind: ReferenceErrorKind,
    /// Which file, what was found, what to do.
    pub said: Label,
}

impl ReferenceError {
    /// `file` is the name without folders.
    pub(crate) fn new(kind: ReferenceErrorKind, file: &str, found: Label) -> Self {
        let (hint_en, hint_ja) = match kind {
            ReferenceErrorKind::Missing => {
                ("Check the path and its permissions.", "場所と権限を確認してください。")
            }
            ReferenceErrorKind::NotFasta => (
                "Choose a FASTA, plain or packed with `bgzip` (`gunzip -c x.fa.gz | bgzip > x.bgz.fa.gz`).",
                "FASTAファイル（非圧縮、またはbgzipで圧縮したもの）を選んでください。",
            ),
            ReferenceErrorKind::NoIndex => (
                "Make the index with `samtools faidx FILE` and register it again.",
                "`samtools faidx ファイル` で索引を作り、もう一度登録してください。",
            ),
            ReferenceErrorKind::Damaged => (
                "Compare the file with its source, make its index anew with `samtools faidx FILE` and register it again.",
                "ファイルを配布元のものと比べ、`samtools faidx ファイル` で索引を作り直してから、もう一度登録してください。",
            ),
            ReferenceErrorKind::OtherBuild => (
                "Register it under its own build, or choose another file.",
                "正しいゲノムビルドで登録するか、別のファイルを選んでください。",
            ),
            ReferenceErrorKind::Changed => (
                "Register it again if it is the genome you mean.",
                "使うゲノムに間違いがなければ、もう一度登録してください。",
            ),
        };
        Self {
            kind,
            said: Label {
                ja: format!("{file}: {} {hint_ja}", found.ja),
                en: format!("{file}: {} {hint_en}", found.en),
            },
        }
    }

    /// A registered reference whose file is not the one that was registered.
    pub fn changed(file: &str) -> Self {
        Self::new(
            ReferenceErrorKind::Changed,
            file,
            crate::error::both(
                "The file or its index is not the one that was registered.",
                "ファイルまたは索引が、登録したときのものと異なります。",
            ),
        )
    }
}

/// What the operating system, or the reader of a block, says.
pub(super) fn unreadable(error: &std::io::Error) -> Label {
    crate::error::both(format!("It cannot be read ({error})."), format!("読み取れません（{error}）。"))
}
