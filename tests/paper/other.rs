//! A second back end: the same display list by krilla, with fonts, tags, outline and the embedded file.

use std::num::NonZeroU16;
use std::sync::Arc;

use entaku_report::fonts::{Face, Segment};
use entaku_report::layout::{ARTIFACT, Document, Item, NodeId, TextRun, Tree};
use entaku_report::pdf::Facts;
use entaku_report::text::Color;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::graphic::Graphic;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};

/// Writes a document as krilla would.
pub fn write(document: &Document, facts: &Facts) -> Vec<u8> {
    let fonts = Face::ALL.map(|face| {
        let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(face.bytes());
        Font::new(data.into(), 0).expect("a font")
    });
    let mut out = krilla::Document::new_with(SerializeSettings::default());
    let mut marks: Vec<Vec<Identifier>> = document.tree.iter().map(|_| Vec::new()).collect();
    let mut code = None;
    for page in &document.pages {
        let settings = PageSettings::from_wh(document.width, document.height).expect("a size");
        let mut sheet = out.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut open: Option<NodeId> = None;
        for item in &page.items {
            let node = match item {
                Item::Text(run) if run.drawn().is_empty() => continue,
                Item::Text(run) => run.node,
                Item::Figure(figure) => figure.node,
                _ => ARTIFACT,
            };
            if open != Some(node) {
                if open.is_some() {
                    surface.end_tagged();
                }
                let tag = match node {
                    ARTIFACT => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                    _ => ContentTag::Span(SpanTag::empty()),
                };
                let mark = surface.start_tagged(tag);
                if let Some(own) = (node as usize).checked_sub(1).and_then(|at| marks.get_mut(at)) {
                    own.push(mark);
                }
                open = Some(node);
            }
            draw(&mut surface, item, &fonts, &mut code);
        }
        if open.is_some() {
            surface.end_tagged();
        }
        surface.finish();
        sheet.finish();
    }
    let mut outline = Outline::new();
    for entry in &document.outline {
        let place = XyzDestination::new(entry.page, Point::from_xy(0.0, entry.y));
        outline.push_child(OutlineNode::new(entry.title.clone(), place));
    }
    out.set_outline(outline);
    let metadata = Metadata::new().title(facts.title.clone()).language(facts.language.to_owned());
    out.set_metadata(metadata.authors(vec![facts.author.clone()]));
    if let Some(file) = &facts.attachment {
        out.embed_file(EmbeddedFile {
            path: file.name.clone(),
            mime_type: MimeType::new(file.media_type),
            description: Some(file.description.clone()),
            association_kind: AssociationKind::Source,
            data: file.bytes.clone().into(),
            modification_date: None,
            compress: Some(true),
            location: None,
        });
    }
    let mut tree = TagTree::new().with_lang(Some(facts.language.to_owned()));
    for node in tags(&document.tree, &mut marks) {
        tree.push(node);
    }
    out.set_tag_tree(tree);
    out.finish().expect("krilla writes it")
}

/// The elements below the root, each with its sequences and then the elements in it.
fn tags(tree: &Tree, marks: &mut [Vec<Identifier>]) -> Vec<Node> {
    let mut groups: Vec<Option<TagGroup>> = Vec::new();
    let elements: Vec<_> = tree.iter().collect();
    for ((_, element), own) in elements.iter().zip(marks.iter_mut()) {
        let level = |level| NonZeroU16::new(level).expect("not 0");
        let kind: TagKind = match element.role {
            "H1" => Tag::Hn(level(1), None).into(),
            "H2" => Tag::Hn(level(2), None).into(),
            "H3" => Tag::Hn(level(3), None).into(),
            "Table" => Tag::Table.into(),
            "TR" => Tag::TR.into(),
            "TH" => Tag::TH(TableHeaderScope::Column).into(),
            "TD" => Tag::TD.into(),
            _ => Tag::P.into(),
        };
        let mut group = TagGroup::new(kind);
        own.drain(..).for_each(|mark| group.push(mark));
        groups.push(Some(group));
    }
    // Children come after their parents, so from the end every element is whole when it is given to its parent.
    let mut below: Vec<Vec<Node>> = elements.iter().map(|_| Vec::new()).collect();
    for (index, (_, element)) in elements.iter().enumerate().skip(1).rev() {
        let mut group = groups[index].take().expect("taken once");
        below[index].drain(..).rev().for_each(|child| group.push(child));
        below[(element.parent - 1) as usize].push(Node::Group(group));
    }
    below.swap_remove(0).into_iter().rev().collect()
}

fn fill(Color(red, green, blue): Color) -> Fill {
    let part = |part: f32| (part * 255.0).round() as u8;
    let paint = rgb::Color::new(part(red), part(green), part(blue)).into();
    Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn filled(surface: &mut Surface<'_>, path: Option<Path>, color: Color) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(color)));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32, path: &mut PathBuilder) {
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
}

fn draw(surface: &mut Surface<'_>, item: &Item, fonts: &[Font; 3], kept: &mut Option<Graphic>) {
    let mut path = PathBuilder::new();
    match item {
        Item::Text(run) => text(surface, run, fonts),
        Item::Figure(figure) => figure.items.iter().for_each(|item| draw(surface, item, fonts, kept)),
        // What the bench draws has no logo.
        Item::Picture(..) => {}
        Item::Fill([x, y, width, height], color) => {
            rectangle(*x, *y, *width, *height, &mut path);
            filled(surface, path.finish(), *color);
        }
        Item::Rule(rule) => {
            path.move_to(rule.from[0], rule.from[1]);
            path.line_to(rule.to[0], rule.to[1]);
            surface.set_fill(None);
            let paint = fill(rule.color).paint;
            surface.set_stroke(Some(Stroke { paint, width: rule.width, ..Stroke::default() }));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Item::Shape(shape) => {
            let (sin, cos) = shape.angle.sin_cos();
            let place = |[x, y]: [f32; 2]| {
                let (x, y) = (x * shape.size, y * shape.size);
                (shape.origin[0] + x * cos - y * sin, shape.origin[1] - x * sin - y * cos)
            };
            for (start, segments) in shape.contours.iter() {
                let (x, y) = place(*start);
                path.move_to(x, y);
                for segment in segments {
                    match segment {
                        Segment::Line(end) => path.line_to(place(*end).0, place(*end).1),
                        Segment::Curve(first, second, end) => {
                            let ((a, b), (c, d), (e, f)) = (place(*first), place(*second), place(*end));
                            path.cubic_to(a, b, c, d, e, f);
                        }
                    }
                }
                path.close();
            }
            filled(surface, path.finish(), shape.color);
        }
        Item::Code(code) => {
            // The same at the same place on every page: drawn once, as our own writer does.
            if kept.is_none() {
                let square = code.side / code.squares.side as f32;
                for row in 0..code.squares.side {
                    for column in (0..code.squares.side).filter(|column| code.squares.is_dark(*column, row)) {
                        let x = code.corner[0] + column as f32 * square;
                        rectangle(x, code.corner[1] + row as f32 * square, square, square, &mut path);
                    }
                }
                let mut builder = surface.stream_builder();
                let mut sheet = builder.surface();
                filled(&mut sheet, path.finish(), Color(0.0, 0.0, 0.0));
                sheet.finish();
                *kept = Some(Graphic::new(builder.finish(), false));
            }
            if let Some(graphic) = kept {
                surface.draw_graphic(graphic.clone());
            }
        }
    }
}

fn text(surface: &mut Surface<'_>, run: &TextRun, fonts: &[Font; 3]) {
    let glyphs: Vec<KrillaGlyph> = run
        .drawn()
        .iter()
        .map(|glyph| KrillaGlyph {
            glyph_id: GlyphId::new(u32::from(glyph.id)),
            text_range: glyph.range(),
            x_advance: glyph.advance / run.size,
            x_offset: glyph.dx / run.size,
            y_offset: glyph.dy / run.size,
            y_advance: 0.0,
            location: None,
        })
        .collect();
    surface.set_stroke(None);
    surface.set_fill(Some(fill(run.color)));
    let font = fonts[run.face.index()].clone();
    surface.draw_glyphs(Point::from_xy(run.x, run.y), &glyphs, font, &run.source, run.size, false);
}
