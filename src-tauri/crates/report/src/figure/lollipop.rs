//! A gene's protein with its domains and the variants on it.

use std::collections::BTreeSet;

use entaku_domain::finding::Alteration;
use entaku_domain::ids::FindingId;
use entaku_domain::protein::{NotPlaced, Placed, Protein};

use super::axis::{Axis, number};
use super::spread::{Wish, fitting, spread};
use super::wording::Say;
use super::{Anchor, Drawing, Figure, Ink, Label, Scene, Shape, Subject};

const TITLE: f32 = 8.5;
const NAME: f32 = 7.2;
const FINE: f32 = 6.5;
const GAP: f32 = 5.0;
const RADIUS: f32 = 2.8;
/// Heights of the parts, from the top.
const TITLE_Y: f32 = 9.0;
const NAME_Y: f32 = 22.5;
const LEADER_Y: f32 = 24.8;
const HEAD_Y: f32 = 34.0;
const BAR_Y: f32 = 50.0;
const BAR: f32 = 5.0;
const DOMAIN: f32 = 12.0;
const TICKS_Y: f32 = 66.0;
const HEIGHT: f32 = 69.0;
/// A name longer than this share of the width is shortened.
const LONGEST: f32 = 0.45;
/// Genes drawn at most; the others are told.
const MOST: usize = 40;

/// A variant that is not on any drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undrawn {
    /// The finding.
    pub finding: FindingId,
    /// Gene and change.
    pub name: String,
    /// Why, in words.
    pub reason: String,
    /// Both, as a list names them.
    pub words: String,
}

/// The proteins drawn and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lollipops {
    /// One figure for each gene, in the order of the findings.
    pub figures: Vec<Figure>,
    /// What was wanted and is on none.
    pub undrawn: Vec<Undrawn>,
}

/// A variant on the protein being drawn.
struct Pin {
    placed: Placed,
    wanted: bool,
    loud: bool,
    id: FindingId,
}

/// Where the middle of a residue stands on an axis of the given width that begins at 0.
#[must_use]
pub fn residue_x(residue: u32, length: u32, width: f32) -> f32 {
    Axis::linear(0.0, f64::from(length)).at(f64::from(residue) - 0.5) * width
}

/// Draws the proteins of the findings that are wanted, with every variant of the scene on them.
#[must_use]
pub fn lollipops(scene: &Scene<'_>, width: f32, wanted: impl Fn(FindingId) -> bool) -> Lollipops {
    let say = Say::new(scene.language);
    let mut out = Lollipops::default();
    let mut proteins: Vec<&Protein> = Vec::new();
    for subject in scene.subjects.iter().filter(|subject| wanted(subject.id)) {
        let Alteration::ShortVariant(variant) = subject.alteration else { continue };
        let placed = scene.facts.place(variant).map(|(protein, _)| protein);
        match placed {
            Ok(protein) if proteins.iter().any(|known| known.accession == protein.accession) => {}
            Ok(protein) if proteins.len() < MOST => proteins.push(protein),
            Ok(protein) => {
                let name = format!("{} {}", protein.gene, subject.alteration.change());
                let reason = say.unnamed(1);
                out.undrawn.push(Undrawn { finding: subject.id, words: name.clone(), name, reason });
            }
            Err(reason) => out.undrawn.push(undrawn(subject, &reason, say)),
        }
    }
    for protein in proteins {
        out.figures.push(one(scene, protein, width, &wanted));
    }
    out
}

fn undrawn(subject: &Subject<'_>, reason: &NotPlaced, say: Say) -> Undrawn {
    let name = format!("{} {}", subject.alteration.subject(), subject.alteration.change());
    let name: String = name.trim().chars().take(60).collect();
    Undrawn { finding: subject.id, words: say.with_reason(&name, reason), reason: say.reason(reason), name }
}

fn one(scene: &Scene<'_>, protein: &Protein, width: f32, wanted: &impl Fn(FindingId) -> bool) -> Figure {
    let say = Say::new(scene.language);
    let mut pins: Vec<Pin> = scene
        .subjects
        .iter()
        .filter_map(|subject| {
            let Alteration::ShortVariant(variant) = subject.alteration else { return None };
            let (own, placed) = scene.facts.place(variant).ok()?;
            if own.accession != protein.accession {
                return None;
            }
            Some(Pin { placed, wanted: wanted(subject.id), loud: subject.loud, id: subject.id })
        })
        .collect();
    // What was asked for is named first, then what is loud.
    pins.sort_by_key(|pin| (!pin.wanted, !pin.loud, pin.placed.residues.first, pin.id));
    let mut drawing =
        Drawing::new(width, say.on_protein(protein.gene.as_str()), described(protein, &pins, say));
    drawing.height = HEIGHT;
    title(&mut drawing, scene, protein, say);
    let unlabelled = backbone(&mut drawing, scene, protein);
    scale(&mut drawing, scene, protein);
    let named = sticks(&mut drawing, scene, protein, &pins);
    Figure {
        caption: caption(protein, &pins, &unlabelled, named, say),
        findings: pins.iter().map(|pin| pin.id).collect(),
        drawing,
    }
}

fn label(words: String, x: f32, y: f32, size: f32, anchor: Anchor, ink: Ink) -> Label {
    Label { words, x, y, size, bold: false, anchor, ink }
}

fn title(drawing: &mut Drawing, scene: &Scene<'_>, protein: &Protein, say: Say) {
    let width = drawing.width;
    let about = format!("{}  {}", protein.accession, say.residues(protein.length));
    let about = scene.measure.within(&about, FINE, false, width * 0.6);
    let room = width - scene.measure.width(&about, FINE, false) - GAP;
    let gene = scene.measure.within(protein.gene.as_str(), TITLE, true, room);
    drawing.text(Label { bold: true, ..label(gene, 0.0, TITLE_Y, TITLE, Anchor::Start, Ink::Text) });
    drawing.text(label(about, width, TITLE_Y, FINE, Anchor::End, Ink::Quiet));
}

/// The protein with its domains; those too narrow for their name are given back.
fn backbone(drawing: &mut Drawing, scene: &Scene<'_>, protein: &Protein) -> Vec<String> {
    let width = drawing.width;
    drawing.shapes.push(Shape::Rect([0.0, BAR_Y - BAR / 2.0, width, BAR], Ink::Backbone));
    let axis = Axis::linear(0.0, f64::from(protein.length));
    let mut unlabelled = Vec::new();
    for domain in &protein.domains {
        let left = axis.at(f64::from(domain.start) - 1.0) * width;
        let right = axis.at(f64::from(domain.end)) * width;
        drawing.shapes.push(Shape::Rect([left, BAR_Y - DOMAIN / 2.0, right - left, DOMAIN], Ink::Domain));
        let name = [domain.name.get(scene.language), domain.short.as_str()]
            .into_iter()
            .find(|name| scene.measure.width(name, FINE, false) <= right - left - 3.0);
        match name {
            Some(name) => {
                let words = name.to_owned();
                drawing.text(label(
                    words,
                    (left + right) / 2.0,
                    BAR_Y + 2.4,
                    FINE,
                    Anchor::Middle,
                    Ink::Text,
                ));
            }
            None => unlabelled.push(format!(
                "{} {}–{}",
                domain.name.get(scene.language),
                domain.start,
                domain.end
            )),
        }
    }
    unlabelled
}

fn scale(drawing: &mut Drawing, scene: &Scene<'_>, protein: &Protein) {
    let (width, length) = (drawing.width, protein.length);
    let last = number(f64::from(length));
    let free = width - scene.measure.width(&last, FINE, false) - GAP;
    let mut from = scene.measure.width("1", FINE, false) + GAP;
    drawing.text(label("1".to_owned(), 0.0, TICKS_Y, FINE, Anchor::Start, Ink::Quiet));
    for tick in Axis::linear(0.0, f64::from(length)).ticks() {
        let words = number(tick);
        let half = scene.measure.width(&words, FINE, false) / 2.0;
        let x = Axis::linear(0.0, f64::from(length)).at(tick - 0.5) * width;
        if x - half >= from && x + half <= free {
            drawing.line([x, BAR_Y + DOMAIN / 2.0], [x, BAR_Y + DOMAIN / 2.0 + 2.2], 0.5, Ink::Backbone);
            drawing.text(label(words, x, TICKS_Y, FINE, Anchor::Middle, Ink::Quiet));
            from = x + half + GAP;
        }
    }
    drawing.text(label(last, width, TICKS_Y, FINE, Anchor::End, Ink::Quiet));
}

/// Stems, heads and names; how many changes are named.
fn sticks(drawing: &mut Drawing, scene: &Scene<'_>, protein: &Protein, pins: &[Pin]) -> usize {
    let width = drawing.width;
    let x_of =
        |pin: &Pin| residue_x(pin.placed.residues.first, protein.length, width).clamp(RADIUS, width - RADIUS);
    // One head for all changes that stand on the same spot; the last drawn is the most wanted.
    let mut drawn = BTreeSet::new();
    let mut spots: Vec<&Pin> = Vec::new();
    for pin in pins {
        #[expect(clippy::cast_possible_truncation, reason = "a place on a drawing in quarter points")]
        let spot = ((x_of(pin) * 4.0) as i32, pin.wanted, breaks(pin));
        if drawn.insert(spot) {
            spots.push(pin);
        }
    }
    for pin in spots.iter().rev() {
        let (x, ink) = (x_of(pin), ink_of(pin));
        drawing.line([x, HEAD_Y], [x, BAR_Y - DOMAIN / 2.0], 0.8, ink);
        let (first, last) = (pin.placed.residues.first, pin.placed.residues.last);
        if last > first {
            let end = residue_x(last, protein.length, width).min(width);
            let y = BAR_Y - DOMAIN / 2.0 - 1.0;
            drawing.shapes.push(Shape::Rect([x, y, (end - x).max(0.6), 1.6], ink));
        }
        match breaks(pin) {
            true => drawing.shapes.push(Shape::Rect(
                [x - RADIUS * 0.9, HEAD_Y - RADIUS * 0.9, RADIUS * 1.8, RADIUS * 1.8],
                ink,
            )),
            false => drawing.shapes.push(Shape::Disc([x, HEAD_Y], RADIUS, ink)),
        }
    }
    names(drawing, scene, pins, x_of)
}

fn names(drawing: &mut Drawing, scene: &Scene<'_>, pins: &[Pin], x_of: impl Fn(&Pin) -> f32) -> usize {
    let width = drawing.width;
    // The same change may be reported twice (two samples); it is named once.
    let mut seen = BTreeSet::new();
    let candidates: Vec<(&Pin, String)> = pins
        .iter()
        .filter(|pin| seen.insert(pin.placed.key.as_str()))
        .take(200)
        .map(|pin| {
            let words = format!("p.{}", pin.placed.key);
            (pin, scene.measure.within(&words, NAME, pin.wanted, width * LONGEST))
        })
        .collect();
    let widths = candidates.iter().map(|(pin, words)| scene.measure.width(words, NAME, pin.wanted));
    let count = fitting(widths, width, GAP);
    let mut shown: Vec<&(&Pin, String)> = candidates.iter().take(count).collect();
    shown.sort_by(|(one, _), (other, _)| x_of(one).total_cmp(&x_of(other)));
    let wishes: Vec<Wish> = shown
        .iter()
        .map(|(pin, words)| Wish { x: x_of(pin), width: scene.measure.width(words, NAME, pin.wanted) })
        .collect();
    for ((pin, words), middle) in shown.iter().zip(spread(&wishes, width, GAP)) {
        let ink = ink_of(pin);
        drawing.line([middle, LEADER_Y], [x_of(pin), HEAD_Y - RADIUS], 0.5, ink);
        let words = label(words.clone(), middle, NAME_Y, NAME, Anchor::Middle, text_ink(pin));
        drawing.text(Label { bold: pin.wanted, ..words });
    }
    // Everything on the protein less what a name stands for.
    let named: BTreeSet<&str> = shown.iter().map(|(pin, _)| pin.placed.key.as_str()).collect();
    pins.iter().filter(|pin| named.contains(pin.placed.key.as_str())).count()
}

fn ink_of(pin: &Pin) -> Ink {
    if pin.wanted { Ink::Finding } else { Ink::Quiet }
}

fn text_ink(pin: &Pin) -> Ink {
    if pin.wanted { Ink::Text } else { Ink::Quiet }
}

/// Whether the change cuts the protein off, as its name says.
fn breaks(pin: &Pin) -> bool {
    pin.placed.key.ends_with('*') || pin.placed.key.contains("fs")
}

fn described(protein: &Protein, pins: &[Pin], say: Say) -> String {
    let language = say.language();
    let mut items: Vec<String> = pins
        .iter()
        .take(20)
        .map(|pin| say.at_residue(&format!("p.{}", pin.placed.key), pin.placed.residues.first))
        .collect();
    if pins.len() > items.len() {
        items.push(say.rest(pins.len() - items.len()));
    }
    let domains: Vec<String> = protein
        .domains
        .iter()
        .map(|domain| format!("{} {}–{}", domain.name.get(language), domain.start, domain.end))
        .collect();
    let mut parts = vec![format!("{} {}", protein.accession, say.residues(protein.length)), say.list(&items)];
    if !domains.is_empty() {
        parts.push(say.domains(&say.list(&domains)));
    }
    parts.join("; ")
}

fn caption(protein: &Protein, pins: &[Pin], unlabelled: &[String], named: usize, say: Say) -> Vec<String> {
    let transcripts: BTreeSet<&String> =
        pins.iter().filter_map(|pin| pin.placed.transcript.as_ref()).collect();
    let transcripts: Vec<String> = transcripts.into_iter().take(4).cloned().collect();
    let source = format!("{} {}", protein.source, protein.accession);
    let mut notes = Vec::new();
    if pins.len() > named {
        notes.push(say.unnamed(pins.len() - named));
    }
    if pins.iter().any(breaks) {
        notes.push(say.breaking());
    }
    notes.extend(unlabelled.iter().cloned());
    let mut caption = Vec::new();
    if !notes.is_empty() {
        caption.push(say.list(&notes));
    }
    caption.push(say.positions(&transcripts, &source, &protein.version, protein.certainty));
    caption
}
