//! Title, issuer, language and identifiers of the file. No clock is read: a draft has no date.

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::objects::{name, stream, text};
use super::{Archive, Facts, PdfError};

const PRODUCER: &str = concat!("Entaku ", env!("CARGO_PKG_VERSION"));

/// Adds what stands in the file about the file.
pub(super) fn add(file: &mut Document, facts: &Facts, archive: Archive) -> Result<(), PdfError> {
    let mut info = dictionary! {
        "Title" => text(&facts.title), "Author" => text(&facts.author), "Subject" => text(&facts.subject),
        "Creator" => text(PRODUCER), "Producer" => text(PRODUCER),
    };
    if let Some(at) = facts.at {
        let date = text(&pdf_date(at));
        info.set("CreationDate", date.clone());
        info.set("ModDate", date);
    }
    let replaced = file.trailer.get(b"Info").and_then(Object::as_reference).ok();
    match replaced {
        Some(id) => {
            file.objects.insert(id, Object::Dictionary(info));
        }
        None => {
            let id = file.add_object(info);
            file.trailer.set("Info", Object::Reference(id));
        }
    }
    let id = identifier(facts);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));

    let kind = dictionary! { "Type" => name("Metadata"), "Subtype" => name("XML") };
    let mut xmp = stream(kind, xmp(facts, archive).into_bytes());
    if let Object::Stream(stream) = &mut xmp {
        // Programs that only look for the metadata must be able to read it without unpacking.
        stream.allows_compression = false;
    }
    let xmp = file.add_object(xmp);
    let catalog = file.catalog_mut()?;
    catalog.set("Metadata", Object::Reference(xmp));
    catalog.set("Lang", text(facts.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

/// 16 bytes that repeat for equal content and options (ISO 32000-1, 14.4).
fn identifier(facts: &Facts) -> Object {
    let digest = Sha256::digest(facts.identity.as_bytes());
    Object::String(digest.iter().take(16).copied().collect(), StringFormat::Hexadecimal)
}

/// A moment with its zone (ISO 32000-1, 7.9.4).
pub(super) fn pdf_date(at: DateTime<FixedOffset>) -> String {
    let zone = at.format("%:z").to_string().replace(':', "'");
    format!("D:{}{zone}'", at.format("%Y%m%d%H%M%S"))
}

fn xmp(facts: &Facts, archive: Archive) -> String {
    let (part, level) = archive.stated();
    let date = facts.at.map(|at| at.to_rfc3339()).map_or_else(String::new, |at| {
        format!("<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>")
    });
    let keywords = facts
        .keywords
        .as_deref()
        .map_or_else(String::new, |words| format!("<pdf:Keywords>{}</pdf:Keywords>", escaped(words)));
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
         <pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\
         <dc:identifier>{code}</dc:identifier>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>{keywords}{date}\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        title = escaped(&facts.title),
        author = escaped(&facts.author),
        subject = escaped(&facts.subject),
        code = escaped(&facts.code),
        language = facts.language,
    )
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_is_written_with_its_zone() {
        let at = DateTime::parse_from_rfc3339("2026-11-22T15:04:05+09:00").expect("a date");
        assert_eq!(pdf_date(at), "D:20261122150405+09'00'", "ISO 32000-1, 7.9.4");
    }

    #[test]
    fn words_of_a_person_cannot_break_the_metadata() {
        assert_eq!(escaped("<b>&\"A\""), "&lt;b&gt;&amp;&quot;A&quot;", "a title is text, not markup");
    }
}
