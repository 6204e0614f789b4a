//! Which items of the 症例CSV are details of a case. Most items are a code with its name beside it (`…名称`); the name is
//! taken, the code where there is none.

use super::super::{Items, Registration, values};
use crate::notes::{NoteBook, Remark};
use crate::table::columns::Row;
use entaku_domain::draft::PanelTest;
use entaku_domain::patient::{Clinical, Details, Patient, Sex, Specimen, Treatment};
use entaku_domain::text::Text;
use entaku_words::errors::note;
use std::str::FromStr;

/// Most treatment lines proposed. The longest histories have some twenty.
const MAX_LINES: usize = 200;

/// A code and its name.
#[derive(Debug, Clone, Copy)]
struct Item {
    code: Option<usize>,
    name: Option<usize>,
}

impl Item {
    fn said<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        row.text_of(self.name).or_else(|| row.text_of(self.code))
    }

    fn day<D: FromStr>(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<D> {
        values::day_of(row.cell(self.code)?, notes)
    }

    fn text(&self, row: &Row<'_>) -> Option<Text> {
        self.said(row).and_then(|text| Text::new(text).ok())
    }
}

/// Which column holds what.
#[derive(Debug)]
pub(super) struct Layout {
    sex: Item,
    age: Item,
    tumour: Item,
    tumour_after: Item,
    clinical_diagnosis: Item,
    pathology: Item,
    pathology_of_specimen: Item,
    stage: Item,
    performance: Item,
    family: [Item; 4],
    panel: Item,
    specimen: Item,
    content: Item,
    collected: Item,
    method: Item,
    place: Item,
    site: Item,
    other_site: Item,
    line: Item,
    regimen: Item,
    drugs: [Item; 4],
    from: Item,
    to: Item,
    ended: Item,
    response: Item,
}

impl Layout {
    pub fn of(items: &Items) -> Self {
        let at = |section: &str, item: &str| {
            let section = format!("症例{section}");
            Item { code: items.find(&section, item), name: items.find(&section, &format!("{item}名称")) }
        };
        let before = |item| at("EP前レジメン情報", item);
        let specimen = |item| at("検体情報", item);
        let background = |item| at("背景情報", item);
        Self {
            sex: at("基本情報", "性別"),
            age: at("基本情報", "年齢"),
            tumour: at("基本情報", "がん種(OncoTree)"),
            tumour_after: at("症例CGP後がん種情報", "がん種(OncoTree)"),
            clinical_diagnosis: background("臨床診断名"),
            pathology: background("病理診断名"),
            pathology_of_specimen: specimen("病理診断名"),
            stage: background("初回治療前のステージ分類"),
            performance: background("ECOG PS"),
            family: ["家族歴有無", "家族歴 続柄", "家族歴 がん種", "家族歴 罹患年齢"].map(background),
            panel: specimen("パネル"),
            specimen: specimen("検体種別"),
            content: specimen("腫瘍細胞含有割合"),
            collected: specimen("検体採取日(腫瘍組織)"),
            method: specimen("検体採取方法"),
            place: specimen("検体採取部位"),
            site: specimen("具体的な採取部位"),
            other_site: specimen("具体的な採取部位その他"),
            line: before("治療ライン"),
            regimen: before("化学療法レジメン名称"),
            drugs: ["薬剤名(YJ一般名JP)", "薬剤名(入力一般名)", "薬剤名(入力商品名)", "薬剤名(YJ一般名)(EN)"]
                .map(before),
            from: before("投与開始日"),
            to: before("投与終了日"),
            ended: before("終了理由"),
            response: before("最良総合効果"),
        }
    }

    pub fn in_short(&self, row: &Row<'_>) -> String {
        let said =
            [self.tumour, self.panel, self.line, self.regimen].map(|item| item.said(row).unwrap_or_default());
        said.join(" ")
    }

    pub fn panel(&self, row: &Row<'_>) -> Option<String> {
        self.panel.said(row).map(str::to_owned)
    }

    /// The details of a registration, without its treatment lines and relatives.
    pub fn case(
        &self,
        row: &Row<'_>,
        registration: &Registration,
        notes: &mut NoteBook,
    ) -> (PanelTest, Details) {
        let mut small = |item: Item, most: u8| {
            let cell = row.cell(item.code)?;
            let number = cell.whole(notes)?;
            let within = u8::try_from(number).ok().filter(|number| *number <= most);
            // 9 stands for "not known" in every coded item.
            if within.is_none() && number != 9 {
                let hint = format!("0 to {most} was expected; kept as written, not proposed.");
                cell.remark(notes, Remark::warning("out-of-range", cell.text, hint));
            }
            within
        };
        let (age, performance_status, tumour_content) =
            (small(self.age, 130), small(self.performance, 4), small(self.content, 100));
        // After the test the tumour may have been named anew.
        let tumour = if self.tumour_after.said(row).is_some() { self.tumour_after } else { self.tumour };
        let site: Vec<&str> =
            [self.place, self.site, self.other_site].iter().filter_map(|item| item.said(row)).collect();
        let details = Details {
            patient: Patient {
                ccat_id: registration.id(row).and_then(|id| Text::new(id).ok()),
                sex: self.sex(row, notes),
                age,
                ..Patient::default()
            },
            clinical: Clinical {
                tumour_type: tumour.text(row),
                oncotree: row.text_of(tumour.code).and_then(|code| Text::new(code).ok()),
                diagnosis: self.clinical_diagnosis.text(row),
                pathology: self.pathology.text(row).or_else(|| self.pathology_of_specimen.text(row)),
                stage: self.stage.text(row),
                performance_status,
                ..Clinical::default()
            },
            specimen: Specimen {
                kind: self.specimen.text(row),
                site: Text::new(&site.join(" ")).ok(),
                method: self.method.text(row),
                collected_on: self.collected.day(row, notes),
                tumour_content,
                ..Specimen::default()
            },
            ..Details::default()
        };
        (PanelTest { panel_name: self.panel(row), ..PanelTest::default() }, details)
    }

    /// The code is 1 or 2; where its name says otherwise, neither is believed.
    fn sex(&self, row: &Row<'_>, notes: &mut NoteBook) -> Sex {
        let code = row.text_of(self.sex.code).and_then(|code| match code {
            "1" => Some(Sex::Male),
            "2" => Some(Sex::Female),
            _ => None,
        });
        let name = row.text_of(self.sex.name).and_then(|name| match name {
            "男" | "男性" => Some(Sex::Male),
            "女" | "女性" => Some(Sex::Female),
            _ => None,
        });
        if let (Some(code), Some(name)) = (code, name)
            && code != name
            && let Some(cell) = row.cell(self.sex.name)
        {
            let said = format!("{} {}", row.text(self.sex.code), cell.text);
            let hint = note::CODE_CONFLICT.en;
            cell.remark(notes, Remark::warning("code-conflict", said, hint));
            return Sex::Unknown;
        }
        code.or(name).unwrap_or_default()
    }

    /// Adds the treatment line of a row.
    pub fn treatment(&self, row: &Row<'_>, details: &mut Details, notes: &mut NoteBook) {
        let drug = self.drugs.iter().find_map(|item| item.said(row));
        let regimen = match (self.regimen.said(row), drug) {
            (Some(regimen), Some(drug)) => Some(format!("{regimen} ({drug})")),
            (regimen, drug) => regimen.or(drug).map(str::to_owned),
        };
        let treatment = Treatment {
            line: row.cell(self.line.code).and_then(|cell| u8::try_from(cell.whole(notes)?).ok()),
            regimen: regimen.and_then(|text| Text::new(&text).ok()),
            from: self.from.day(row, notes),
            to: self.to.day(row, notes),
            best_response: self.response.text(row),
            ended_because: self.ended.text(row),
        };
        let says =
            treatment.regimen.is_some() || treatment.from.is_some() || treatment.best_response.is_some();
        let treatments = &mut details.clinical.treatments;
        if says && treatments.len() < MAX_LINES && !treatments.contains(&treatment) {
            treatments.push(treatment);
        }
    }

    /// Adds the relative of a row to the family history.
    pub fn relative(&self, row: &Row<'_>, details: &mut Details) {
        let said: Vec<&str> = self.family.iter().filter_map(|item| item.said(row)).collect();
        let relative = said.join(" ");
        if relative.is_empty() {
            return;
        }
        let before = details.clinical.family_history.as_ref().map(|text| text.as_str().to_owned());
        let all = match before {
            Some(before) if before.lines().any(|line| line == relative) => before,
            Some(before) => format!("{before}\n{relative}"),
            None => relative,
        };
        if let Ok(all) = Text::new(&all) {
            details.clinical.family_history = Some(all);
        }
    }
}
