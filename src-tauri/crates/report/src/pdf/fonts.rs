//! Embedding: a face reduced to the glyphs in use, and what its codes mean.

use std::collections::BTreeMap;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use harfrust::GlyphId;
use lopdf::{Dictionary, Object};
use printpdf::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};

use super::PdfError;
use super::codes::Used;
use super::objects::{dictionary_mut, stream};
use super::unhint::unhinted;
use crate::fonts::{Face, Faces};

/// A face ready for printpdf, and what it does not write of it.
pub(super) struct Embedded {
    pub parsed: ParsedFont,
    pub addition: Addition,
}

/// Advance of a glyph in thousandths of the type size, rounded: what the file states as its width.
pub(super) fn advance(face: Face, glyph: u16) -> u16 {
    let Some(faces) = Faces::get() else { return 0 };
    let advance = faces.font(face).glyph_metrics().h_advance(GlyphId::from(glyph));
    (advance * 1000.0 / faces.units_per_em(face)).round().clamp(0.0, 10_000.0) as u16
}

/// Reduces a face to the glyphs in use.
pub(super) fn embed(used: &Used) -> Result<Embedded, PdfError> {
    let face = used.face;
    let failed = |why: String| PdfError::Font { face: face.name(), why };
    let mut glyphs: Vec<u16> = used.entries.iter().map(|(glyph, _, _)| *glyph).collect();
    glyphs.push(0);
    glyphs.sort_unstable();
    glyphs.dedup();
    let data = ReadScope::new(face.bytes()).read::<FontData<'_>>().map_err(|e| failed(e.to_string()))?;
    let provider = data.table_provider(0).map_err(|e| failed(e.to_string()))?;
    let bytes = subset(&provider, &glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode)
        .map_err(|e| failed(e.to_string()))?;
    let bytes = unhinted(&bytes).ok_or_else(|| failed("its outlines cannot be read".to_owned()))?;

    // The reduced face numbers its glyphs in the order they were asked for.
    let mut cid_to_gid = vec![0, 0];
    for (glyph, _, _) in &used.entries {
        let position = glyphs.binary_search(glyph).unwrap_or(0);
        cid_to_gid.extend(u16::try_from(position).unwrap_or(0).to_be_bytes());
    }
    let faces = Faces::get().ok_or_else(|| failed("the compiled-in file is no font".to_owned()))?;
    let metrics = faces.font(face).metrics();
    let em = faces.units_per_em(face);
    let thousandths = |units: f64| (units * 1000.0 / f64::from(em)).round().clamp(-32_000.0, 32_000.0) as i16;
    let bounds = &metrics.bounds;
    let line = metrics.hhea_line;
    let glyph_widths: BTreeMap<u16, u16> =
        used.entries.iter().zip(1u16..).map(|((_, _, advance), code)| (code, *advance)).collect();
    let parsed = ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), face.name())),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths,
        units_per_em: 1000,
        font_metrics: FontMetrics {
            ascent: line.map_or(880, |line| thousandths(line.ascender.to_f64())),
            descent: line.map_or(-120, |line| thousandths(line.descender.to_f64())),
        },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1000,
            x_min: thousandths(bounds.x_min.to_f64()),
            y_min: thousandths(bounds.y_min.to_f64()),
            x_max: thousandths(bounds.x_max.to_f64()),
            y_max: thousandths(bounds.y_max.to_f64()),
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: if face == Face::Bold { 700 } else { 400 },
        },
    };
    let addition = Addition { cid_to_gid, cid_set: all_of(used.entries.len() + 1) };
    Ok(Embedded { parsed, addition })
}

/// A set of so many members from 0, one bit each, the first the highest of its byte (ISO 32000-1, 9.8.3.2).
fn all_of(count: usize) -> Vec<u8> {
    let mut set = vec![0xFF; count / 8];
    if !count.is_multiple_of(8) {
        set.push(0xFF << (8 - count % 8));
    }
    set
}

/// Six letters before the name of a reduced face (ISO 32000-1, 9.6.4), from its bytes so that they repeat.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// What is added to a font that printpdf wrote.
pub(super) struct Addition {
    /// The glyph of each code: printpdf writes fonts whose codes are glyph numbers.
    pub cid_to_gid: Vec<u8>,
    /// The codes there are.
    pub cid_set: Vec<u8>,
}

/// Gives every font what printpdf leaves out.
pub(super) fn complete(
    file: &mut lopdf::Document,
    mut additions: BTreeMap<String, Addition>,
) -> Result<(), PdfError> {
    let fonts: Vec<(String, lopdf::ObjectId)> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .flat_map(|dictionary| dictionary.iter())
        .filter_map(|(name, value)| {
            let name = String::from_utf8_lossy(name).into_owned();
            additions.contains_key(&name).then_some((name, value.as_reference().ok()?))
        })
        .collect();
    for (name, id) in fonts {
        let Some(Addition { cid_to_gid, cid_set }) = additions.remove(&name) else { continue };
        let map = file.add_object(stream(Dictionary::new(), cid_to_gid));
        let set = file.add_object(stream(Dictionary::new(), cid_set));
        let mut descriptors = Vec::new();
        let font = dictionary_mut(file, id)?;
        if let Object::Array(descendants) = font.get_mut(b"DescendantFonts")? {
            for descendant in descendants {
                let descendant = descendant.as_dict_mut()?;
                descendant.set("CIDToGIDMap", Object::Reference(map));
                descriptors.push(descendant.get(b"FontDescriptor")?.as_reference()?);
            }
        }
        for descriptor in descriptors {
            dictionary_mut(file, descriptor)?.set("CIDSet", Object::Reference(set));
        }
    }
    Ok(())
}
