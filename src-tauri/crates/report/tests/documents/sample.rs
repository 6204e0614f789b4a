//! A synthetic report: a lung adenocarcinoma with everything a report can say. No real person, no real trial.

use entaku_domain::report::ReportContent;
use serde_json::{Value, json};

const CASE: &str = "0198c5b2-7f00-7000-8000-000000000001";
pub const MEMBER: &str = "0198c5b2-7f00-7000-8000-0000000000aa";

fn label(ja: &str, en: &str) -> Value {
    json!({"ja": ja, "en": en})
}

fn grade(class: &str, ja: &str, en: &str, weight: i8) -> Value {
    json!({"scale": "oncogenicity-2022", "version": "1", "class": class, "weight": weight,
        "scaleName": label("がん化能分類 ClinGen/CGC/VICC 2022", "Oncogenicity SOP ClinGen/CGC/VICC 2022"),
        "className": label(ja, en)})
}

fn level(class: &str) -> Value {
    json!({"scale": "ngs-guidance", "version": "2.1", "class": class, "weight": 2,
        "scaleName": label("3学会ガイダンス2.1 エビデンスレベル", "Three-society guidance 2.1 evidence level"),
        "className": label(class, class)})
}

fn actor() -> Value {
    json!({"member": MEMBER, "name": "円卓 太郎", "role": "chair", "onBehalfOf": null})
}

fn decision(grade: &Value, actionable: Option<bool>, rationale: Option<&str>) -> Value {
    json!({"verdict": {"call": {"type": "classified", "grade": grade}, "actionable": actionable,
        "rationale": rationale, "references": rationale.map(|_| vec!["PMID 00000000", "ガイドライン2026年版"]).unwrap_or_default()},
        "by": actor(), "at": "2026-11-20T17:30:00+09:00"})
}

#[expect(clippy::too_many_arguments, reason = "one line of a table")]
fn short(
    id: u32,
    gene: &str,
    protein: &str,
    coding: &str,
    vaf: f64,
    verdict: Option<&str>,
    panel: Option<Value>,
    germline: Option<Value>,
) -> Value {
    json!({"finding": {"id": format!("F{id}"), "source": 0, "item": format!("v{id}"), "origin": "somatic", "sample": "T1",
        "nucleicAcid": "dna", "reported": id < 6, "laboratoryVerdict": verdict, "ccatVerdict": null, "verbatim": [],
        "alteration": {"type": "shortVariant", "values": {"chromosome": "7", "position": 55259515 + i64::from(id),
            "reference": "T", "alternate": "G", "vaf": vaf, "depth": 812, "alternateDepth": 311,
            "transcripts": [{"gene": gene, "transcript": "NM_000000.5", "coding": coding, "protein": protein, "effects": ["missense_variant"]}]}}},
        "kind": "shortVariant", "subject": gene, "change": protein, "ccat": verdict.map(|_| "Oncogenic"), "panel": panel, "germline": germline})
}

/// The report as plain data, so that a test can change any field.
pub fn value() -> Value {
    let oncogenic = grade("oncogenic", "がん化性", "oncogenic", 2);
    let likely = grade("likely-oncogenic", "がん化性の可能性が高い", "likely oncogenic", 1);
    let vus = grade("vus", "意義不明（VUS）", "uncertain significance (VUS)", 0);
    let flag = json!({"judgement": "confirmationRecommended", "reason": "VAFが50 %に近く、家族歴に乳癌がある。",
        "by": actor(), "at": "2026-11-20T17:40:00+09:00"});
    let mut findings = vec![
        short(
            1,
            "EGFR",
            "p.Leu858Arg",
            "c.2573T>G",
            0.382,
            Some("Pathogenic"),
            Some(decision(
                &oncogenic,
                Some(true),
                Some("チロシンキナーゼ領域のホットスポット。感受性変異として確立している。"),
            )),
            None,
        ),
        short(
            2,
            "TP53",
            "p.Arg213ProfsTer22",
            "c.637_638insCC",
            0.411,
            Some("Likely pathogenic"),
            Some(decision(&likely, Some(false), Some("機能喪失型。"))),
            None,
        ),
        short(
            3,
            "BRCA2",
            "p.Gln1429SerfsTer9",
            "c.4284dup",
            0.487,
            Some("Pathogenic"),
            Some(decision(&oncogenic, Some(false), None)),
            Some(flag),
        ),
        short(
            4,
            "MET",
            "splice site 3028+1G>A",
            "c.3028+1G>A",
            0.087,
            None,
            Some(json!({"verdict": {"call":
            {"type": "deferred", "reason": "RNAでのエクソン14スキッピングの確認を待つ"}, "actionable": null, "rationale": null, "references": []},
            "by": actor(), "at": "2026-11-20T17:30:00+09:00"})),
            None,
        ),
    ];
    for (id, gene, protein) in [
        (5, "ARID1A", "p.Pro120Leu"),
        (6, "KMT2D", "p.Glu746_Ala750delinsGlyGlyGlyGlyGlyProArgThrTrpTyr"),
        (7, "NOTCH3", "p.Ala1020Pro"),
        (8, "SPTA1", "p.Arg2001Gln"),
    ] {
        findings.push(short(
            id,
            gene,
            protein,
            "c.359C>T",
            0.052,
            None,
            Some(decision(&vus, None, None)),
            None,
        ));
    }
    findings.push(json!({"finding": {"id": "F9", "source": 0, "item": "c1", "origin": "somatic", "sample": "T1", "nucleicAcid": "dna",
        "reported": true, "laboratoryVerdict": "Pathogenic", "ccatVerdict": null, "verbatim": [],
        "alteration": {"type": "copyNumber", "values": {"chromosome": "7", "start": 55086725, "end": 55275031,
            "alteration": "amplification", "metrics": [{"value": 9.0, "unit": "copies", "kind": null}], "genes": ["EGFR"]}}},
        "kind": "copyNumber", "subject": "EGFR", "change": "amplification (9 copies)", "ccat": "Oncogenic",
        "panel": decision(&likely, None, None), "germline": null}));
    findings.push(json!({"finding": {"id": "F10", "source": 0, "item": "r1", "origin": "somatic", "sample": "R1", "nucleicAcid": "rna",
        "reported": true, "laboratoryVerdict": null, "ccatVerdict": null, "verbatim": [],
        "alteration": {"type": "rearrangement", "values": {"alteration": "gene fusion", "names": ["EML4-ALK"],
            "breakends": [{"chromosome": "2", "start": 42522656, "end": 42522656, "matePiece": "upstream", "genes": ["EML4"]},
                {"chromosome": "2", "start": 29446394, "end": 29446500, "matePiece": "downstream", "genes": ["ALK"]}],
            "genePairs": [["EML4", "ALK"]], "vaf": null, "supportingReads": 4, "totalReads": 1200}}},
        "kind": "rearrangement", "subject": "EML4::ALK", "change": "EML4-ALK (gene fusion)", "ccat": null,
        "panel": null, "germline": null}));
    findings.push(json!({"finding": {"id": "F11", "source": 0, "item": "b1", "origin": "unknown", "sample": "T1", "nucleicAcid": null,
        "reported": true, "laboratoryVerdict": null, "ccatVerdict": null, "verbatim": [],
        "alteration": {"type": "biomarker", "values": {"marker": "TMB", "metrics": [{"value": 3.78, "unit": "Muts/Mb", "kind": null}],
            "state": "low", "descriptions": []}}},
        "kind": "biomarker", "subject": "TMB", "change": "low (3.78 Muts/Mb)", "ccat": null, "panel": decision(&vus, Some(false), None), "germline": null}));
    findings.push(json!({"finding": {"id": "F12", "source": 0, "item": "b2", "origin": "unknown", "sample": "T1", "nucleicAcid": null,
        "reported": true, "laboratoryVerdict": "MSS", "ccatVerdict": null, "verbatim": [],
        "alteration": {"type": "biomarker", "values": {"marker": "MSI", "metrics": [], "state": "stable", "descriptions": ["0.32 % unstable loci"]}}},
        "kind": "biomarker", "subject": "MSI", "change": "stable", "ccat": null, "panel": null, "germline": null}));

    json!({
        "format": 1, "institution": "円卓大学病院 がんゲノム医療センター", "contact": "がんゲノム医療センター事務局 内線0000",
        "caseId": CASE, "caseNumber": "2026-0117", "caseVersion": 42, "revision": 2,
        "state": {"type": "final", "at": "2026-11-20T18:05:00+09:00", "name": "円卓 太郎", "role": "chair"},
        "amendment": {"follows": 1, "reason": "BRCA2の由来について検査会社の訂正報告を受けたため。", "changes": [
            {"part": "finding", "subject": label("F3 BRCA2 p.Gln1429SerfsTer9", "F3 BRCA2 p.Gln1429SerfsTer9"),
             "before": label("意義不明（VUS）（がん化能分類）", "uncertain significance (VUS) (Oncogenicity SOP)"),
             "after": label("がん化性（がん化能分類）", "oncogenic (Oncogenicity SOP)")},
            {"part": "recommendation", "subject": label("オラパリブ", "olaparib"), "before": null,
             "after": label("オラパリブ 適応外使用（自費）", "olaparib off-label use")}]},
        "receivedOn": "2026-11-05",
        "patient": {"hospitalId": "00123456", "ccatId": "C-2026-000117", "name": "髙﨑 𠮷江葛󠄀子", "kana": "タカサキ ヨシエ", "sex": "female",
            "birthDate": "1961-11-23", "age": null},
        "age": 64,
        "clinical": {"tumourType": "肺腺癌", "oncotree": "LUAD", "diagnosis": "右上葉肺癌 cT2aN2M1b（骨転移）", "pathology": "腺癌（乳頭型優位）、TTF-1陽性、PD-L1 TPS 30 %",
            "stage": "IVA", "performanceStatus": 1, "treatments": [
                {"line": 1, "regimen": "カルボプラチン＋ペメトレキセド＋ペムブロリズマブ", "from": "2026-01-15", "to": "2026-06-20", "bestResponse": "PR", "endedBecause": "増悪"},
                {"line": 2, "regimen": "ドセタキセル＋ラムシルマブ", "from": "2026-07-10", "to": null, "bestResponse": "SD", "endedBecause": null}],
            "pastHistory": "高血圧", "familyHistory": "母：乳癌（52歳）、母方叔母：卵巣癌（60歳）", "hospital": "連携市民病院", "department": "呼吸器内科", "attending": "連携 花子"},
        "specimen": {"kind": "FFPE", "site": "右上葉", "method": "経気管支生検", "collectedOn": "2026-09-28", "tumourContent": 40},
        "wish": "wants", "germlineWithheld": false,
        "summary": "EGFR p.Leu858Arg（がん化性）を認め、EGFR阻害薬（保険診療）を第一に推奨する。一次治療前に検出されていなかった経緯を主治医と確認した。\nBRCA2の病的バリアントは生殖細胞系列の可能性があり、患者の希望に沿って遺伝カウンセリングと確認検査を勧める。",
        "sources": [{"file": {"name": "case_2026-0117.cats", "bytes": 184223, "sha256": "0123456789abcdef".repeat(4), "format": "CATS", "formatVersion": "1.3.0"},
            "test": {"testId": "TRF000000", "panelName": "Synthetic CGP Panel", "panelVersion": "4.1", "testType": "tumor and matched-normal",
                "software": "pipeline 2.4.1", "referenceOnly": false, "samples": [
                    {"item": "T1", "isTumour": true, "nucleicAcid": "dna", "meanDepth": 812.4, "suspectedStates": ["deaminated"]},
                    {"item": "N1", "isTumour": false, "nucleicAcid": "dna", "meanDepth": 402.0, "suspectedStates": []},
                    {"item": "R1", "isTumour": true, "nucleicAcid": "rna", "meanDepth": null, "suspectedStates": []}]},
            "assembly": {"name": {"build": "grch37"}, "source": "file"}, "hide": {"msi": true},
            "ledger": {"read": 84, "kept": 12, "byReason": {"not-pass": 70, "duplicate-item": 2}}, "notes": 3,
            "comments": ["RNA検査では融合遺伝子は検出されませんでした。"]}],
        "findings": findings,
        "recommendations": [
            {"rank": 1, "findings": ["F1"], "basisWithheld": false, "advice": {"type": "treatment", "drugs": ["オシメルチニブ"], "route": "insurance", "evidence": level("A"), "trial": null},
             "evidence": [{"finding": "F1", "source": "CIViC", "version": "2026-10-01", "id": "EID0", "status": "accepted", "direction": "sensitivity", "supports": true, "significance": "Sensitivity/Response", "level": {"scale": "CIViC", "level": "A"}, "disease": "Lung Non-small Cell Carcinoma", "relation": "ancestor", "profile": "EGFR L858R", "matched": "sameChange", "holds": "met", "therapies": ["Osimertinib"], "interaction": null, "references": [{"kind": "pubMed", "id": "29151359", "citation": "Soria et al., 2018"}], "statement": "", "contested": false, "updated": null}],
             "access": {"approval": "onLabel", "basketStudy": "notOpen", "needs": [
                {"id": "label", "requirement": label("この腫瘍と変化に対する国内承認", "approval in Japan for this tumour and change"), "listVersion": "2026-11-30", "found": "met"},
                {"id": "line", "requirement": label("添付文書の前治療・投与の条件に合うこと", "conditions of the package insert"), "listVersion": "2026-11-30", "found": "unknown", "note": "一次治療の内容を確認中"}]},
             "contraindications": "間質性肺疾患の既往がないことを確認する。",
             "rationale": "当該がん種・当該バイオマーカーに国内承認薬がある。PS 1、間質性肺炎の既往なし。"},
            {"rank": 2, "findings": ["F1", "F9"], "basisWithheld": false, "advice": {"type": "treatment", "drugs": ["試験薬X", "オシメルチニブ"], "route": "sponsorTrial", "evidence": level("C"), "trial": "jRCT2031230001"},
             "access": {"approval": "abroadOnly", "basketStudy": "toAsk", "site": "円卓がんセンター"},
             "rationale": "一次EGFR阻害薬後の増悪時の候補。"},
            {"rank": 3, "findings": ["F3"], "basisWithheld": false, "advice": {"type": "further", "step": "遺伝カウンセリングとBRCA2の確認検査"}, "rationale": null},
            {"rank": 0, "findings": ["F1"], "basisWithheld": false, "advice": {"type": "considered", "drugs": ["ゲフィチニブ"], "evidence": level("B"), "reason": "オシメルチニブを優先する。"}, "access": {"approval": "onLabel"}, "rationale": null}],
        "referrals": [{"id": "0198c5b2-7f00-7000-8000-0000000000bb", "recommendation": null, "findings": ["F1"], "trial": "jRCT2031230001",
            "title": "EGFR変異陽性非小細胞肺癌を対象とした試験薬Xの第II相試験（合成データ）", "phase": "II", "drugs": ["試験薬X"], "site": "円卓がんセンター", "contact": "治験管理室 03-0000-0000",
            "evidence": level("C"), "asOf": "2026-11-19", "eligibility": "脳転移の有無を要確認。",
            "steps": [
                {"status": "candidate", "on": "2026-11-12", "reason": null, "nextCheck": null, "by": actor(), "at": "2026-11-12T10:00:00+09:00"},
                {"status": "asking", "on": "2026-11-13", "reason": "空き枠と検体要件を照会", "nextCheck": "2026-11-20", "by": actor(), "at": "2026-11-13T10:00:00+09:00"},
                {"status": "referred", "on": "2026-11-19", "reason": "紹介状を送付", "nextCheck": "2026-12-03", "by": actor(), "at": "2026-11-19T10:00:00+09:00"}]}],
        "meeting": {"heldOn": "2026-11-20", "mode": "realTime", "reason": null, "attending": "present", "attendance": [
            {"member": MEMBER, "name": "円卓 太郎", "institution": "円卓大学病院", "qualifications": ["ア", "オ"]},
            {"member": null, "name": "遺伝 次郎", "institution": "円卓大学病院", "qualifications": ["イ"]},
            {"member": null, "name": "相談 三葉", "institution": "円卓大学病院", "qualifications": ["ウ"]},
            {"member": null, "name": "病理 四郎", "institution": "円卓大学病院", "qualifications": ["エ"]},
            {"member": null, "name": "連携 花子", "institution": "連携市民病院", "qualifications": []}],
            "minutes": "検体の腫瘍細胞含有率は40 %で評価に十分。RNAの質はやや低く、融合遺伝子の陰性は限定的に解釈する。\nMETのスプライス部位変異についてはRNAでの確認を待つ。"},
        "knowledge": [
            {"name": label("3学会ガイダンス エビデンスレベル", "Three-society guidance evidence levels"), "version": "2.1 (2020-05-15)", "source": "JSMO/JSCO/JCA"},
            {"name": label("がん化能分類", "Oncogenicity SOP"), "version": "2022", "source": "ClinGen/CGC/VICC"}],
        "program": "Entaku 0.1.0"
    })
}

/// The report with a verdict by criteria and points, judged otherwise with a reason, and a dissenting view.
pub fn with_criteria() -> Value {
    let criterion = |code: &str, strength: &str, points: i32, note: Option<&str>| {
        json!({"code": code, "name": label("短い説明", "a short description"), "strength": strength,
            "points": points, "note": note})
    };
    let mut value = value();
    let verdict = &mut value["findings"][1]["panel"]["verdict"];
    verdict["basis"] = json!({
        "scheme": "oncogenicity-sop-2022", "version": "2022 (1)", "schemeName": label("がん化の基準", "Oncogenicity criteria"),
        "criteria": [criterion("OVS1", "veryStrong", 8, Some("IARC TP53 2026-10")), criterion("OM1", "moderate", 2, None)],
        "points": 10, "suggested": grade("oncogenic", "がん化性", "oncogenic", 2),
        "overrideReason": "VAFの解釈が定まらないため一段下げる。", "manual": true});
    verdict["dissent"] =
        json!([{"member": MEMBER, "name": "病理 四郎", "words": "がん化性とすべきである。"}]);
    value
}

/// The report.
pub fn content() -> ReportContent {
    read(value())
}

/// A changed report.
pub fn changed(change: impl FnOnce(&mut Value)) -> ReportContent {
    let mut value = value();
    change(&mut value);
    read(value)
}

/// Plain data as a report.
pub fn read(value: Value) -> ReportContent {
    serde_json::from_value(value).expect("the sample has the shape of a report")
}
