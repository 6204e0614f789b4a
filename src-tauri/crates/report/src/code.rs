//! The code at the foot of every page: which document this is, for a machine that holds only the paper.
//!
//! It names case, kind, revision and content hash, and no datum of a patient. A desk that knows the case can say from
//! it whether the page belongs to what was finalised.

use entaku_domain::document::DocumentKind;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

/// What every code of this program begins with; the figure is the version of the shape.
const MARK: &str = "ENTAKU1";
/// Characters of the longest code.
const LONGEST: usize = 160;
/// Digits of a SHA-256 in hexadecimal.
const HASH: usize = 64;
/// Names of the kinds in a code. Printed codes live for decades: a name is never changed or given again.
const KINDS: [(DocumentKind, &str); 6] = [
    (DocumentKind::Panel, "panel"),
    (DocumentKind::Patient, "patient"),
    (DocumentKind::Referral, "referral"),
    (DocumentKind::Minutes, "minutes"),
    (DocumentKind::Agenda, "agenda"),
    (DocumentKind::Wish, "wish"),
];

/// Which document a page belongs to.
///
/// As text `ENTAKU1/<case or meeting>/<kind>/r<number>/<content hash>`, printed in capitals, for which a code needs
/// half the room, and read in either case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCode {
    /// Case or meeting, a UUID in small letters.
    pub id: String,
    /// Kind.
    pub kind: DocumentKind,
    /// Revision or issue, counted from 1.
    pub number: u32,
    /// SHA-256 of the content's canonical bytes, in small hexadecimal digits.
    pub content_hash: String,
}

/// A text is no code of a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{found}” is no code of a document; expected {MARK}/<case>/<kind>/r<number>/<64 digits>, as it stands in the \
     square code at the foot of each page"
)]
pub struct NoCode {
    /// The beginning of what was found.
    pub found: String,
}

impl std::fmt::Display for DocumentCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = KINDS.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, name)| name);
        let text = format!("{MARK}/{}/{kind}/r{}/{}", self.id, self.number, self.content_hash);
        f.write_str(&text.to_ascii_uppercase())
    }
}

impl std::str::FromStr for DocumentCode {
    type Err = NoCode;

    fn from_str(text: &str) -> Result<Self, NoCode> {
        let wrong = || NoCode { found: text.chars().take(80).collect() };
        let lower = text.trim().to_ascii_lowercase();
        let parts: Vec<&str> = lower.split('/').collect();
        let [mark, id, kind, number, hash] = parts.as_slice() else { return Err(wrong()) };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let id_is_sound = id.len() == 36 && id.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
        if *mark != MARK.to_ascii_lowercase()
            || !id_is_sound
            || !id.split('-').all(digits)
            || hash.len() != HASH
            || !digits(hash)
        {
            return Err(wrong());
        }
        let (kind, _) = KINDS.iter().find(|(_, name)| name == kind).ok_or_else(wrong)?;
        let number = number.strip_prefix('r').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        let number =
            number.and_then(|digits| digits.parse().ok()).filter(|number| *number > 0).ok_or_else(wrong)?;
        Ok(Self { id: (*id).to_owned(), kind: *kind, number, content_hash: (*hash).to_owned() })
    }
}

/// The dark and light squares of a code, without the white around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Squares on a side.
    pub side: usize,
    /// Row by row from the upper left; true is dark.
    pub dark: Vec<bool>,
}

impl Squares {
    /// A text as a QR symbol (ISO/IEC 18004) that can be read with a seventh of it damaged; none where it is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let symbol = QrCode::encode_segments(&QrSegment::make_segments(text), QrCodeEcc::Medium).ok()?;
        let size = symbol.size();
        let dark = (0..size).flat_map(|row| (0..size).map(move |column| (column, row)));
        Some(Self {
            side: usize::try_from(size).ok()?,
            dark: dark.map(|(column, row)| symbol.get_module(column, row)).collect(),
        })
    }

    /// Whether a square is dark; outside it is light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }
}

impl DocumentCode {
    /// The first code that stands in a file, where it stands as plain text: in the metadata of every document of this
    /// program. What a file says of itself proves nothing; it tells where to look.
    #[must_use]
    pub fn named_in(bytes: &[u8]) -> Option<Self> {
        let mark = format!("{MARK}/");
        let starts = bytes.windows(mark.len()).enumerate();
        let starts = starts.filter(|(_, window)| window.eq_ignore_ascii_case(mark.as_bytes()));
        starts.map(|(at, _)| at).find_map(|at| {
            let rest = bytes.get(at..)?;
            let belongs = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-');
            let code: Vec<u8> = rest.iter().take(LONGEST).take_while(belongs).copied().collect();
            String::from_utf8(code).ok()?.parse().ok()
        })
    }

    /// The code as a QR symbol (ISO/IEC 18004) that can be read with a seventh of it damaged. `None` when it holds
    /// more than a symbol can, which no identifier and hash of this program do.
    #[must_use]
    pub fn squares(&self) -> Option<Squares> {
        Squares::of(&self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> DocumentCode {
        DocumentCode {
            id: "0198c5b2-7f00-7000-8000-000000000001".to_owned(),
            kind: DocumentKind::Panel,
            number: 2,
            content_hash: "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5".to_owned(),
        }
    }

    #[test]
    fn code_of_every_kind_reads_back() {
        for kind in DocumentKind::ALL {
            let code = DocumentCode { kind, ..code() };
            assert_eq!(code.to_string().parse(), Ok(code.clone()), "as printed");
            assert_eq!(code.to_string().to_lowercase().parse(), Ok(code), "as someone types it");
        }
    }

    #[test]
    fn code_is_found_in_the_metadata_of_a_file() {
        let file = format!("%PDF-1.7 entaku1/ ENTAKU1/no/code <dc:identifier>{}</dc:identifier>", code());
        assert_eq!(DocumentCode::named_in(file.as_bytes()), Some(code()));
        assert_eq!(DocumentCode::named_in(b"%PDF-1.7"), None);
        assert_eq!(DocumentCode::named_in(b"ENTAKU1/"), None);
    }

    #[test]
    fn anything_else_is_no_code() {
        let sound = code().to_string();
        for wrong in [
            "",
            "ENTAKU1",
            "https://example.org/a/b/c/d",
            &sound.replace("ENTAKU1", "ENTAKU2"),
            &sound.replace("/R2/", "/R0/"),
            &sound.replace("/R2/", "/R+2/"),
            &sound.replace("/R2/", "/2/"),
            &sound.replace("PANEL", "OTHER"),
            &sound[..sound.len() - 1],
            &format!("{sound}/x"),
            &sound.replace("0198C5B2-7F00", "0198C5B27-F00"),
        ] {
            assert!(wrong.parse::<DocumentCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn symbol_of_every_kind_is_small_enough_for_the_foot_of_a_page() {
        for kind in DocumentKind::ALL {
            let squares = DocumentCode { kind, number: 9_999, ..code() }.squares().expect("it fits");
            assert!(squares.side <= 41, "{kind:?} needs {} squares", squares.side);
        }
    }
}
