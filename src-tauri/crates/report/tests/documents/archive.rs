//! What a file must be to be kept: PDF/A as an independent validator sees it, and the content for machines inside.

use std::process::Command;

use entaku_domain::document::Readings;
use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_report::pdf::{Archive, write_as};
use entaku_report::{Content, RenderOptions, lay_out, render};
use lopdf::{Document, Object};
use serde_json::{Value, json};

use crate::{companions, sample, tools};

const NAME: &str = "entaku-report.json";

fn options(language: Language) -> RenderOptions {
    RenderOptions::new(language, "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5")
}

fn draft() -> ReportContent {
    sample::changed(|value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10", "F12"]});
    })
}

/// The content of the stream a reader would save as the attachment, and the attachment's entry.
fn attached(file: &Document) -> Option<(Vec<u8>, lopdf::Dictionary)> {
    let files = file.catalog().ok()?.get(b"AF").ok()?.as_array().ok()?;
    assert_eq!(files.len(), 1, "one file and no other");
    let entry = file.get_dictionary(files[0].as_reference().ok()?).ok()?.clone();
    let bytes = entry.get(b"EF").ok()?.as_dict().ok()?.get(b"UF").ok()?.as_reference().ok()?;
    let stream = file.get_object(bytes).ok()?.as_stream().ok()?;
    Some((stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()), entry))
}

#[test]
fn final_report_carries_its_very_content_as_data() {
    let content = sample::content();
    let canonical = serde_json::to_vec(&content).expect("plain data");
    for language in [Language::Ja, Language::En] {
        let pdf = render(&content, &options(language)).expect("renders").pdf;
        let file = Document::load_mem(&pdf).expect("a PDF");
        let (bytes, entry) = attached(&file).expect("the data is attached");
        assert_eq!(bytes, canonical, "the bytes the content hash covers");
        assert_eq!(entry.get(b"UF").and_then(Object::as_str).ok(), Some(NAME.as_bytes()), "its name");
        let relation = entry.get(b"AFRelationship").and_then(Object::as_name).ok();
        assert_eq!(relation, Some(b"Source".as_slice()), "the pages are made from it");
        let read: Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(read["findings"].as_array().map(Vec::len), Some(12), "all findings");

        let saved = tools::folder().join(format!("{language:?}.json"));
        let to = saved.to_string_lossy().into_owned();
        let Some((done, said)) = tools::run("pdfdetach", &["-savefile", NAME, "-o", &to], &pdf, &[]) else {
            continue;
        };
        assert!(done, "poppler saves it: {said}");
        assert_eq!(std::fs::read(&saved).expect("the file"), canonical, "the same bytes outside");
    }
}

#[test]
fn draft_carries_no_data() {
    let pdf = render(&draft(), &options(Language::Ja)).expect("renders").pdf;
    let file = Document::load_mem(&pdf).expect("a PDF");
    assert!(attached(&file).is_none(), "no machine may take over what nobody has signed");
    assert!(file.catalog().expect("a catalog").get(b"Names").is_err(), "nor by the other way in");
}

#[test]
fn no_document_besides_the_panels_report_carries_data() {
    companions::each("議事", |content| {
        let pdf = render(content, &options(Language::Ja)).expect("renders").pdf;
        let file = Document::load_mem(&pdf).expect("a PDF");
        let catalog = file.catalog().expect("a catalog");
        assert!(catalog.get(b"AF").is_err() && catalog.get(b"Names").is_err(), "{content:?}");
    });
}

/// Every string and every unpacked stream of a file.
fn everything(pdf: &[u8]) -> Vec<Vec<u8>> {
    fn strings(object: &Object, found: &mut Vec<Vec<u8>>) {
        match object {
            Object::String(bytes, _) | Object::Name(bytes) => found.push(bytes.clone()),
            Object::Array(all) => all.iter().for_each(|one| strings(one, found)),
            Object::Dictionary(all) => all.iter().for_each(|(_, one)| strings(one, found)),
            Object::Stream(stream) => {
                stream.dict.iter().for_each(|(_, one)| strings(one, found));
                found.push(stream.content.clone());
                found.extend(stream.decompressed_content());
            }
            _ => {}
        }
    }
    let file = Document::load_mem(pdf).expect("a PDF");
    let mut found = vec![pdf.to_vec()];
    file.objects.values().for_each(|object| strings(object, &mut found));
    file.trailer.iter().for_each(|(_, object)| strings(object, &mut found));
    found
}

#[test]
fn withheld_finding_is_in_no_byte_of_the_file() {
    let wanted = ["BRCA2", "p.Gln1429SerfsTer9", "VAFが50 %に近く"];
    let content = sample::changed(|value| {
        value["germlineWithheld"] = json!(true);
        value["wish"] = json!("refuses");
        value["findings"].as_array_mut().expect("a list").retain(|row| row["finding"]["id"] != "F3");
        value["recommendations"].as_array_mut().expect("a list").truncate(2);
        value["amendment"] = Value::Null;
        value["summary"] = Value::Null;
    });
    let found = |content: &ReportContent, language| {
        let pdf = render(content, &options(language)).expect("renders").pdf;
        let mut bytes = everything(&pdf);
        bytes.extend(tools::text(&pdf).map(String::into_bytes));
        let utf16 = |word: &str| word.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        wanted
            .iter()
            .filter(|word| {
                let (plain, wide) = (word.as_bytes().to_vec(), utf16(word));
                bytes.iter().any(|all| {
                    [&plain, &wide]
                        .into_iter()
                        .any(|part| all.windows(part.len()).any(|here| here == part.as_slice()))
                })
            })
            .count()
    };
    for language in [Language::Ja, Language::En] {
        assert_eq!(found(&sample::content(), language), 3, "the search finds what is there");
        assert_eq!(found(&content, language), 0, "and nothing that is withheld");
    }
}

/// What PDFBox Preflight says of a file; `None` where it is not installed.
pub fn preflight(pdf: &[u8]) -> Option<String> {
    let jars = [
        "preflight",
        "xmpbox",
        "pdfbox2",
        "fontbox2",
        "commons-logging",
        "commons-io",
        "javax.activation",
        "jaxb-api",
    ];
    let jars: Vec<String> = jars.iter().map(|jar| format!("/usr/share/java/{jar}.jar")).collect();
    if !jars.iter().take(3).all(|jar| std::path::Path::new(jar).is_file()) {
        return None;
    }
    let path = tools::folder().join("preflight.pdf");
    std::fs::write(&path, pdf).expect("the folder takes a file");
    let java = Command::new("java")
        .args(["-cp", &jars.join(":"), "org.apache.pdfbox.preflight.Validator_A1b"])
        .arg(&path)
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&java.stdout).into_owned() + &String::from_utf8_lossy(&java.stderr))
}

#[test]
fn pages_fonts_colours_and_metadata_pass_an_independent_validator_as_pdf_a_1b() {
    let options = RenderOptions { readings: Readings::With, ..options(Language::Ja) };
    let check = |content: Content<'_>| {
        let about = content.written(&options).about;
        let facts = entaku_report::content::facts(&about, &options);
        let document = lay_out(content, &options).expect("fonts open");
        let pdf = write_as(&document, &facts, Archive::A1b).expect("a file");
        let Some(said) = preflight(&pdf) else { return };
        assert!(said.contains("is a valid PDF/A-1b file"), "{said}");
    };
    check((&sample::content()).into());
    check((&draft()).into());
    companions::each("議事", check);
}

#[test]
fn file_states_the_level_it_is_written_for() {
    for (content, part) in [(sample::content(), "3"), (draft(), "2")] {
        let pdf = render(&content, &options(Language::En)).expect("renders").pdf;
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains(&format!("<pdfaid:part>{part}</pdfaid:part>")), "part {part} is stated");
        assert!(text.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "tagged throughout");
        if let Some((_, info)) = tools::run("pdfinfo", &[], &pdf, &[]) {
            assert!(info.contains("1.7"), "the version those parts rest on: {info}");
        }
    }
}
