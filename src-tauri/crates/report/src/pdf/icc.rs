//! The sRGB colour space as an ICC profile (ICC.1:2001-04, version 2 so that PDF/A-1 takes it), made from the
//! figures of IEC 61966-2-1: nobody's file, hence nobody's terms.

/// Name of the colour space.
pub(super) const NAME: &str = "sRGB IEC61966-2.1";

/// Points of the tone curve.
const STEPS: u16 = 1024;
/// White of the connection space, D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
/// Red, green and blue of sRGB, adapted to D50 (Bradford), as XYZ.
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_07, 0.222_49, 0.013_92]),
    (b"gXYZ", [0.385_15, 0.716_87, 0.097_08]),
    (b"bXYZ", [0.143_07, 0.060_61, 0.714_10]),
];

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"cprt", text(b"text", b"No copyright, use freely\0")),
        (b"desc", description()),
        (b"wtpt", xyz(WHITE)),
    ];
    tags.extend(PRIMARIES.map(|(tag, value)| (tag, xyz(value))));
    let curve_tags: [&[u8; 4]; 3] = [b"rTRC", b"gTRC", b"bTRC"];
    let count = tags.len() + curve_tags.len();

    let mut table = word(count);
    let mut data = Vec::new();
    let start = 128 + 4 + count * 12;
    let mut put = |tags: &[&[u8; 4]], bytes: Vec<u8>| {
        for tag in tags {
            table.extend(*tag);
            table.extend(word(start + data.len()));
            table.extend(word(bytes.len()));
        }
        data.extend(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    };
    for (tag, bytes) in tags {
        put(&[tag], bytes);
    }
    put(&curve_tags, curve());

    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = word(size);
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // The day the standard came out: the profile is always the same.
    for part in [1999u16, 10, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(WHITE.into_iter().flat_map(fixed));
    header.resize(128, 0);
    header
}

fn text(kind: &[u8; 4], words: &[u8]) -> Vec<u8> {
    [kind.as_slice(), &[0; 4], words].concat()
}

/// `textDescriptionType`: the name in ASCII, then empty Unicode and Macintosh forms.
fn description() -> Vec<u8> {
    let mut out = text(b"desc", &word(NAME.len() + 1));
    out.extend(NAME.as_bytes());
    out.push(0);
    out.resize(out.len() + 4 + 4 + 2 + 1 + 67, 0);
    out
}

fn xyz(value: [f64; 3]) -> Vec<u8> {
    let mut out = text(b"XYZ ", &[]);
    out.extend(value.into_iter().flat_map(fixed));
    out
}

/// From the value in the file to light, both 0–65535.
fn curve() -> Vec<u8> {
    let mut out = text(b"curv", &word(usize::from(STEPS)));
    for step in 0..STEPS {
        let value = f64::from(step) / f64::from(STEPS - 1);
        let light = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        out.extend(((light * 65_535.0).round() as u16).to_be_bytes());
    }
    out
}

/// `s15Fixed16Number`.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

fn word(number: usize) -> Vec<u8> {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profile_says_its_own_length_and_every_tag_lies_in_it() {
        let profile = srgb();
        let at =
            |place: usize| u32::from_be_bytes(profile[place..place + 4].try_into().expect("four")) as usize;
        assert_eq!(at(0), profile.len(), "a reader trusts the length");
        assert_eq!(&profile[36..40], b"acsp", "the mark of a profile");
        for entry in 0..at(128) {
            let (start, length) = (at(132 + entry * 12 + 4), at(132 + entry * 12 + 8));
            assert!(start % 4 == 0 && start + length <= profile.len(), "tag {entry}");
        }
    }

    #[test]
    fn equal_parts_of_the_three_colours_are_the_white_of_the_profile() {
        let sum = PRIMARIES.iter().fold([0.0; 3], |[x, y, z], (_, [a, b, c])| [x + a, y + b, z + c]);
        for (found, white) in sum.iter().zip(WHITE) {
            assert!((found - white).abs() < 0.0005, "{found} for {white}");
        }
    }
}
