//! The bytes of the file: objects packed and compressed, and where each of them stands (ISO 32000-1, 7.5).

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

use super::PdfError;

/// Objects packed together: more pack better, fewer open faster.
const TOGETHER: usize = 200;
/// Beyond this level a report gets a hundredth smaller and takes twice the time.
const LEVEL: u32 = 6;

/// A file being put together.
pub(super) struct File {
    /// The objects that need to be looked at again.
    pub document: lopdf::Document,
    /// Objects written already, by number. They have to be many to be worth this.
    pub written: Vec<(u32, Vec<u8>)>,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// At this byte.
    At(usize),
    /// In the stream of this number, as which of its objects.
    Within(u32, usize),
}

impl File {
    /// The bytes. Objects are packed unless the version does not know that.
    pub fn bytes(self, version: &str, packed: bool) -> Result<Vec<u8>, PdfError> {
        let Self { mut document, written } = self;
        let mut out = format!("%PDF-{version}\n").into_bytes();
        // Bytes above 127 say that the file is not text.
        out.extend(b"%\xE2\xE3\xCF\xD3\n");
        let mut last = document.max_id;
        let mut places = vec![Place::Free; last as usize + 1];
        let mut small: Vec<(u32, Vec<u8>)> = written;
        for ((number, _), object) in std::mem::take(&mut document.objects) {
            match object {
                Object::Stream(stream) => {
                    set(&mut places, number, Place::At(out.len()));
                    put_stream(&mut out, number, stream)?;
                }
                object => {
                    let mut bytes = Vec::new();
                    put(&mut bytes, &object);
                    small.push((number, bytes));
                }
            }
        }
        small.sort_by_key(|(number, _)| *number);
        if !packed {
            for (number, bytes) in small {
                set(&mut places, number, Place::At(out.len()));
                put_object(&mut out, number, &bytes);
            }
            put_table(&mut out, &places, document.trailer);
            return Ok(out);
        }
        for together in small.chunks(TOGETHER) {
            last += 1;
            for (index, (number, _)) in together.iter().enumerate() {
                set(&mut places, *number, Place::Within(last, index));
            }
            places.push(Place::At(out.len()));
            put_stream(&mut out, last, packed_stream(together))?;
        }
        put_table_stream(&mut out, &mut places, document.trailer)?;
        Ok(out)
    }
}

fn set(places: &mut [Place], number: u32, place: Place) {
    if let Some(slot) = places.get_mut(number as usize) {
        *slot = place;
    }
}

fn packed_stream(objects: &[(u32, Vec<u8>)]) -> Stream {
    let (mut heads, mut bodies) = (String::new(), Vec::new());
    for (number, bytes) in objects {
        // Writing to a string cannot fail.
        let _ = write!(heads, "{number} {} ", bodies.len());
        bodies.extend(bytes);
        bodies.push(b'\n');
    }
    let mut kind = Dictionary::new();
    kind.set("Type", Object::Name(b"ObjStm".to_vec()));
    kind.set("N", i64::try_from(objects.len()).unwrap_or(0));
    kind.set("First", i64::try_from(heads.len()).unwrap_or(0));
    Stream::new(kind, [heads.into_bytes(), bodies].concat())
}

/// Numbers are `generation`-free: nothing here is ever replaced.
fn put_object(out: &mut Vec<u8>, number: u32, bytes: &[u8]) {
    out.extend(format!("{number} 0 obj\n").into_bytes());
    out.extend(bytes);
    out.extend(b"\nendobj\n");
}

fn put_stream(out: &mut Vec<u8>, number: u32, mut stream: Stream) -> Result<(), PdfError> {
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
        encoder.write_all(&stream.content)?;
        let compressed = encoder.finish()?;
        if compressed.len() < stream.content.len() {
            stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
            stream.content = compressed;
        }
    }
    stream.dict.set("Length", i64::try_from(stream.content.len()).unwrap_or(0));
    out.extend(format!("{number} 0 obj\n").into_bytes());
    put_dictionary(out, &stream.dict);
    out.extend(b"\nstream\n");
    out.extend(stream.content);
    out.extend(b"\nendstream\nendobj\n");
    Ok(())
}

/// The table of PDF 1.4.
fn put_table(out: &mut Vec<u8>, places: &[Place], mut trailer: Dictionary) {
    let start = out.len();
    out.extend(format!("xref\n0 {}\n", places.len()).into_bytes());
    for place in places {
        let line = match place {
            Place::At(byte) => format!("{byte:010} 00000 n \n"),
            Place::Free | Place::Within(..) => "0000000000 65535 f \n".to_owned(),
        };
        out.extend(line.into_bytes());
    }
    trailer.set("Size", i64::try_from(places.len()).unwrap_or(0));
    out.extend(b"trailer\n");
    put_dictionary(out, &trailer);
    put_end(out, start);
}

/// The table as a stream, which is itself an object of the table.
fn put_table_stream(
    out: &mut Vec<u8>,
    places: &mut Vec<Place>,
    mut trailer: Dictionary,
) -> Result<(), PdfError> {
    let start = out.len();
    let number = u32::try_from(places.len()).unwrap_or(0);
    places.push(Place::At(start));
    let mut rows = Vec::with_capacity(places.len() * 7);
    for place in places.iter() {
        let (kind, second, third) = match *place {
            Place::Free => (0, 0, u16::MAX),
            Place::At(byte) => (1, u32::try_from(byte).unwrap_or(0), 0),
            Place::Within(stream, index) => (2, stream, u16::try_from(index).unwrap_or(0)),
        };
        rows.push(kind);
        rows.extend(second.to_be_bytes());
        rows.extend(third.to_be_bytes());
    }
    trailer.set("Type", Object::Name(b"XRef".to_vec()));
    trailer.set("Size", i64::try_from(places.len()).unwrap_or(0));
    trailer.set("W", Object::Array([1, 4, 2].map(Object::Integer).to_vec()));
    put_stream(out, number, Stream::new(trailer, rows))?;
    put_end(out, start);
    Ok(())
}

fn put_end(out: &mut Vec<u8>, start: usize) {
    out.extend(format!("\nstartxref\n{start}\n%%EOF\n").into_bytes());
}

/// Writes an object as others refer to it.
fn put(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null | Object::Stream(_) => out.extend(b"null"),
        Object::Boolean(value) => out.extend(if *value { b"true".as_slice() } else { b"false" }),
        Object::Integer(value) => out.extend(value.to_string().into_bytes()),
        Object::Real(value) => out.extend(value.to_string().into_bytes()),
        Object::Name(name) => put_name(out, name),
        Object::String(bytes, format) => put_string(out, bytes, format),
        Object::Array(all) => {
            out.push(b'[');
            for (index, one) in all.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                put(out, one);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(out, dictionary),
        Object::Reference(id) => out.extend(reference(*id).into_bytes()),
    }
}

fn put_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary.iter() {
        put_name(out, key);
        out.push(b' ');
        put(out, value);
    }
    out.extend(b">>");
}

fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"#/()<>[]{}%".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").into_bytes());
        }
    }
}

fn put_string(out: &mut Vec<u8>, bytes: &[u8], format: &StringFormat) {
    if matches!(format, StringFormat::Hexadecimal) {
        out.push(b'<');
        out.extend(bytes.iter().flat_map(|byte| format!("{byte:02X}").into_bytes()));
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            // A bare line end would be read as another one.
            b'\r' => out.extend(b"\\r"),
            b'\n' => out.extend(b"\\n"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

/// A reference to an object, as text.
pub(super) fn reference((number, generation): ObjectId) -> String {
    format!("{number} {generation} R")
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn sample() -> File {
        let mut document = lopdf::Document::new();
        let text = document.add_object(Object::string_literal("a (b) \\ c\r\n"));
        let name = document.add_object(Object::Name("Prüf #1/2".into()));
        let pages = document
            .add_object(dictionary! { "Type" => "Pages", "Kids" => Object::Array(vec![]), "Count" => 0 });
        let stream =
            document.add_object(Stream::new(Dictionary::new(), b"same same same same same same".to_vec()));
        let raw = document.new_object_id();
        let root = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => Object::Reference(pages), "Text" => Object::Reference(text),
            "Called" => Object::Reference(name), "Stream" => Object::Reference(stream), "Raw" => Object::Reference(raw),
            "Parts" => Object::Array(vec![Object::Real(-0.25), Object::Null, Object::Boolean(true)]),
        });
        document.trailer.set("Root", Object::Reference(root));
        File { document, written: vec![(raw.0, b"<</Kind/Raw>>".to_vec())] }
    }

    #[test]
    fn file_of_either_form_reads_back_as_it_was_put_together() {
        for (version, packed) in [("1.4", false), ("1.7", true)] {
            let bytes = sample().bytes(version, packed).expect("written");
            let read = lopdf::Document::load_mem(&bytes).expect("a reader takes it");
            assert_eq!(read.version, version, "its version");
            let root = read.catalog().expect("a catalog");
            let object = |key: &[u8]| {
                read.get_object(root.get(key).and_then(Object::as_reference).expect("a reference"))
                    .expect("is there")
            };
            assert_eq!(
                object(b"Text").as_str().ok(),
                Some(b"a (b) \\ c\r\n".as_slice()),
                "brackets and line ends"
            );
            assert_eq!(object(b"Called").as_name().ok(), Some("Prüf #1/2".as_bytes()), "signs in names");
            assert_eq!(
                object(b"Raw").as_dict().and_then(|d| d.get(b"Kind")?.as_name()).ok(),
                Some(b"Raw".as_slice())
            );
            let stream = object(b"Stream").as_stream().expect("a stream");
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            assert_eq!(content, b"same same same same same same", "its content");
            let parts = root.get(b"Parts").and_then(Object::as_array).expect("a list");
            assert!(
                matches!(parts.as_slice(), [Object::Real(_), Object::Null, Object::Boolean(true)]),
                "{parts:?}"
            );
        }
    }
}
