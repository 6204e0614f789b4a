//! Words of figures. Clinical labels come from the list in the domain.

use entaku_domain::certainty::Certainty;
use entaku_domain::label::Language;
use entaku_domain::protein::{MarkerMark, NotPlaced};
use entaku_domain::words::{Worded, laboratory};

use super::axis::number;

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Say {
    language: Language,
}

impl Say {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    fn pick(self, ja: String, en: String) -> String {
        match self.language {
            Language::Ja => ja,
            Language::En => en,
        }
    }

    pub fn language(self) -> Language {
        self.language
    }

    /// Between the items of a list.
    pub fn list(self, items: &[String]) -> String {
        items.join(match self.language {
            Language::Ja => "、",
            Language::En => ", ",
        })
    }

    pub fn residues(self, count: u32) -> String {
        let grouped = grouped(count);
        self.pick(format!("{grouped} アミノ酸"), format!("{grouped} aa"))
    }

    pub fn on_protein(self, gene: &str) -> String {
        self.pick(format!("{gene} タンパク質上の位置"), format!("{gene}: position on the protein"))
    }

    pub fn at_residue(self, change: &str, residue: u32) -> String {
        self.pick(format!("{change}（{residue}番残基）"), format!("{change} at residue {residue}"))
    }

    pub fn domains(self, list: &str) -> String {
        self.pick(format!("ドメイン: {list}"), format!("Domains: {list}"))
    }

    /// The transcript residues are counted on, and where the protein's data comes from.
    pub fn positions(self, transcripts: &[String], source: &str, version: &str, sure: Certainty) -> String {
        let sure = sure.label().get(self.language);
        let counted = match transcripts.is_empty() {
            true => self.pick(
                "残基番号の転写産物: ファイルに記載なし".to_owned(),
                "Residues counted on: the file names no transcript".to_owned(),
            ),
            false => {
                let list = self.list(transcripts);
                self.pick(format!("残基番号の転写産物: {list}"), format!("Residues counted on {list}"))
            }
        };
        self.pick(
            format!("{counted}。タンパク質: {source}、データ {version} 版、{sure}。"),
            format!("{counted}. Protein: {source}, data of {version} ({sure})."),
        )
    }

    pub fn unnamed(self, count: usize) -> String {
        self.pick(
            format!("ほかに +{count} 件（図中に名称なし、表を参照）"),
            format!("+{count} more without a name in the figure; see the table"),
        )
    }

    pub fn breaking(self) -> String {
        self.pick("■ 終止・フレームシフト".to_owned(), "■ stop or frameshift".to_owned())
    }

    pub fn not_drawn(self, names: &[String], more: usize) -> String {
        let list = self.list(names);
        match more {
            0 => self.pick(format!("図示なし: {list}"), format!("Not drawn: {list}")),
            _ => self.pick(
                format!("図示なし: {list} ほか {more} 件"),
                format!("Not drawn: {list} and {more} more"),
            ),
        }
    }

    pub fn no_number(self) -> String {
        self.pick("数値の記載なし".to_owned(), "no number given".to_owned())
    }

    pub fn reason(self, reason: &NotPlaced) -> String {
        match reason {
            NotPlaced::NoGene => self.pick("遺伝子の記載なし".to_owned(), "no gene is named".to_owned()),
            NotPlaced::NoProtein => self.pick(
                "この遺伝子のタンパク質データなし".to_owned(),
                "no protein data for this gene".to_owned(),
            ),
            NotPlaced::NoResidue => {
                self.pick("残基番号のない変化".to_owned(), "the change names no residue".to_owned())
            }
            NotPlaced::Beyond { residue, length } => self.pick(
                format!("{residue}番残基はタンパク質の長さ {length} を超える"),
                format!("residue {residue} lies beyond the protein's {length}"),
            ),
            NotPlaced::OtherTranscript { transcript } => self.pick(
                format!("残基番号が別の転写産物（{transcript}）による"),
                format!("residues are counted on another transcript ({transcript})"),
            ),
        }
    }

    pub fn with_reason(self, name: &str, reason: &NotPlaced) -> String {
        let reason = self.reason(reason);
        self.pick(format!("{name}（{reason}）"), format!("{name} ({reason})"))
    }

    pub fn vaf_title(self) -> String {
        self.pick("VAF（%）と腫瘍細胞含有率".to_owned(), "VAF (%) and tumour content".to_owned())
    }

    pub fn content(self, percent: u8) -> String {
        self.pick(format!("腫瘍細胞含有率 {percent} %"), format!("tumour content {percent} %"))
    }

    pub fn half(self, percent: f64) -> String {
        let half = number(percent);
        self.pick(format!("その1/2 {half} %"), format!("half of it {half} %"))
    }

    pub fn vaf_note(self, content: bool) -> String {
        match content {
            true => self.pick(
                "縦の破線は記録された腫瘍細胞含有率とその1/2。コピー数は考慮していない。".to_owned(),
                "Dashed lines: tumour content as recorded, and half of it. Copy number is not accounted for."
                    .to_owned(),
            ),
            false => self.pick(
                "腫瘍細胞含有率は記録されていない。コピー数は考慮していない。".to_owned(),
                "Tumour content is not recorded. Copy number is not accounted for.".to_owned(),
            ),
        }
    }

    pub fn rest(self, count: usize) -> String {
        self.pick(format!("ほか +{count} 件"), format!("+{count} more"))
    }

    pub fn rest_note(self, count: usize) -> String {
        self.pick(
            format!("最下段の線は名称を省いた {count} 件。"),
            format!("The strokes in the last row are {count} more without a name."),
        )
    }

    pub fn copy_title(self, unit: &str) -> String {
        let head = self.pick("コピー数変化".to_owned(), "Copy-number alterations".to_owned());
        match unit {
            "" => head,
            unit => self.pick(format!("{head}（{unit}）"), format!("{head} ({unit})")),
        }
    }

    pub fn log(self) -> String {
        self.pick("対数目盛。".to_owned(), "Logarithmic scale.".to_owned())
    }

    pub fn gauge_title(self, marker: &str, unit: &str) -> String {
        match unit {
            "" => marker.to_owned(),
            unit => self.pick(format!("{marker}（{unit}）"), format!("{marker} ({unit})")),
        }
    }

    pub fn state(self, state: &str) -> String {
        let state = laboratory::term(state, self.language);
        self.pick(format!("検査会社: {state}"), format!("laboratory: {state}"))
    }

    /// A unit as the tables have it.
    pub fn unit(self, written: Option<&str>) -> String {
        laboratory::unit(written.unwrap_or_default(), self.language)
    }

    /// A kind of alteration; what the laboratory writes stands in the table.
    pub fn kind(self, written: &str) -> String {
        laboratory::short_term(written, self.language)
    }

    pub fn mark(self, mark: &MarkerMark) -> String {
        let (name, sure) = (mark.name.get(self.language), mark.certainty.label().get(self.language));
        let (source, version) = (&mark.source, &mark.version);
        let holds = mark.holds_for.as_ref().map(|holds| holds.get(self.language));
        let (ja, en) =
            holds.map_or_else(Default::default, |holds| (format!("（{holds}）"), format!(" – {holds}")));
        self.pick(
            format!("破線: {name}{ja}。出典: {source}、データ {version} 版、{sure}。"),
            format!("Dashed line: {name}{en} ({source}, data of {version}, {sure})."),
        )
    }
}

fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
