//! Figures: one drawing for screen and paper, inside its box, the same every time, whatever a file holds.

use entaku_domain::finding::{Alteration, Biomarker, CopyNumberAlteration, ShortVariant, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::FindingId;
use entaku_domain::label::Language;
use entaku_domain::measure::{Metric, Vaf};
use entaku_domain::protein::FigureFacts;
use entaku_report::figure::{
    Drawing, Figure, Measure, Scene, Shape, Subject, copy_numbers, gauges, lollipops, residue_x, svg,
    vaf_strip,
};
use entaku_report::text::Shaper;
use serde_json::json;

const WIDTH: f32 = 246.0;

fn facts() -> FigureFacts {
    let name = |ja: &str, en: &str| json!({"ja": ja, "en": en});
    serde_json::from_value(json!({
        "proteins": [{"gene": "EGFR", "accession": "P00533", "length": 1210, "transcripts": ["NM_005228"],
            "certainty": "general", "source": "UniProtKB/Swiss-Prot", "version": "2026-11-23", "domains": [
                {"name": name("細胞外", "Extracellular"), "short": "ECD", "start": 25, "end": 645},
                {"name": name("膜貫通", "Transmembrane"), "short": "TM", "start": 646, "end": 668},
                {"name": name("キナーゼ", "Protein kinase"), "short": "Kinase", "start": 712, "end": 979}]}],
        "marks": [{"marker": "TMB", "value": 10.0, "units": ["mut/Mb", "Muts/Mb"], "name": name("TMB-Highの基準", "TMB-High"),
            "holdsFor": name("検査甲に限る", "for test A alone"),
            "certainty": "general", "source": "CDx", "version": "2026-11-23"}]
    }))
    .expect("the shape of the facts")
}

fn variant(gene: &str, protein: &str, vaf: Option<f64>) -> Alteration {
    Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: vaf.map(|vaf| Vaf::new(vaf).expect("a fraction")),
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![TranscriptEffect {
            gene: GeneSymbol::parse(gene).ok(),
            transcript: Some("NM_005228.5".to_owned()),
            coding: None,
            protein: HgvsText::parse(protein).ok(),
            effects: Vec::new(),
            ..TranscriptEffect::default()
        }],
    })
}

fn metric(value: f64, unit: &str) -> Metric {
    Metric { value, unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()), kind: None }
}

fn copies(gene: &str, metrics: Vec<Metric>) -> Alteration {
    let genes = GeneSymbol::parse(gene).into_iter().collect();
    let alteration = "amplification".to_owned();
    Alteration::CopyNumber(CopyNumberAlteration {
        chromosome: None,
        start: None,
        end: None,
        alteration,
        metrics,
        genes,
    })
}

fn marker(name: &str, state: Option<&str>, metrics: Vec<Metric>) -> Alteration {
    Alteration::Biomarker(Biomarker {
        marker: name.to_owned(),
        metrics,
        state: state.map(str::to_owned),
        descriptions: Vec::new(),
    })
}

/// All figures of the findings, and the words of what is on none.
fn drawn(
    all: &[Alteration],
    content: Option<u8>,
    language: Language,
    width: f32,
) -> (Vec<Figure>, Vec<String>) {
    let shaper = Shaper::new().expect("compiled-in fonts open");
    let facts = facts();
    let subjects = (1..)
        .zip(all)
        .map(|(number, alteration)| Subject {
            id: FindingId::new(number).expect("a number"),
            alteration,
            loud: number % 2 == 1,
        })
        .collect();
    let measure = Measure::new(&shaper);
    let scene = Scene { subjects, facts: &facts, tumour_content: content, language, measure };
    let proteins = lollipops(&scene, width, |_| true);
    let mut figures = proteins.figures;
    figures.extend(vaf_strip(&scene, width));
    figures.extend(copy_numbers(&scene, width));
    figures.extend(gauges(&scene, width));
    for figure in &figures {
        assert_eq!(figure.drawing.outside(&scene.measure), Vec::<String>::new(), "{}", figure.drawing.title);
    }
    (figures, proteins.undrawn.into_iter().map(|one| one.reason).collect())
}

fn discs(drawing: &Drawing) -> Vec<f32> {
    let disc = |shape: &Shape| if let Shape::Disc([x, _], ..) = shape { Some(*x) } else { None };
    drawing.shapes.iter().filter_map(disc).collect()
}

#[test]
fn residue_stands_where_its_share_of_the_protein_is() {
    assert_eq!(residue_x(1, 10, 100.0), 5.0, "the middle of the first of ten");
    assert_eq!(residue_x(10, 10, 100.0), 95.0);
    assert!((residue_x(858, 1210, 242.0) - 171.5).abs() < 0.001, "{}", residue_x(858, 1210, 242.0));
    let (figures, _) = drawn(&[variant("EGFR", "p.Leu858Arg", None)], None, Language::Ja, 242.0);
    assert_eq!(discs(&figures[0].drawing), [171.5], "and the drawing puts it there");
}

#[test]
fn exons_that_a_change_covers_are_no_copies() {
    let exons = Metric { kind: Some("number-of-exons".to_owned()), ..metric(21.0, "of 21 exons") };
    let all = [copies("MET", vec![metric(12.0, "copy number"), exons])];
    let (figures, _) = drawn(&all, None, Language::En, WIDTH);
    let titles: Vec<&str> = figures.iter().map(|figure| figure.drawing.title.as_str()).collect();
    assert_eq!(titles.len(), 1, "one scale, that of the copies: {titles:?}");
}

#[test]
fn units_kinds_and_states_are_in_the_language_of_the_figure() {
    let all = [
        copies("MET", vec![metric(12.0, "copy number")]),
        copies("ERBB2", vec![metric(9.0, "copies")]),
        copies("CDK4", vec![metric(3.5, "fold-change")]),
        copies("MYC", Vec::new()),
        marker("TMB", Some("high"), vec![metric(12.6, "Muts/Mb")]),
        marker("MSI", Some("cannot be determined"), vec![metric(3.0, "percent")]),
    ];
    let said = |language| {
        let (figures, _) = drawn(&all, None, language, 511.0);
        let titles: Vec<String> = figures.iter().map(|figure| figure.drawing.title.clone()).collect();
        let mut words: Vec<String> = figures.iter().flat_map(|figure| figure.caption.clone()).collect();
        for figure in &figures {
            words.push(figure.drawing.alternative());
            words.extend(figure.drawing.texts().map(|label| label.words.clone()));
        }
        (titles, words.join("\n"))
    };
    let (titles, words) = said(Language::Ja);
    assert_eq!(
        titles,
        ["コピー数変化（コピー数）", "コピー数変化（倍率）", "TMB（mut/Mb）", "MSI（%）"],
        "copies and copy numbers are one unit and share a scale"
    );
    for wanted in [
        "MET 増幅",
        "ERBB2 増幅",
        "CDK4 増幅",
        "検査会社: 高（high）",
        "検査会社: 判定不能（cannot be determined）",
    ] {
        assert!(words.lines().any(|line| line == wanted), "{wanted} in {words}");
    }
    assert!(words.contains("MYC 増幅（amplification）"), "{words}");
    let english = ["copy number", "copies", "Muts/Mb", "percent", "fold-change", "laboratory"];
    assert!(english.iter().all(|term| !words.contains(term)), "{words}");
    let (titles, words) = said(Language::En);
    assert_eq!(
        titles,
        [
            "Copy-number alterations (copy number)",
            "Copy-number alterations (fold-change)",
            "TMB (mut/Mb)",
            "MSI (%)"
        ]
    );
    assert!(words.contains("MET amplification") && words.contains("laboratory: high"), "{words}");
}

#[test]
fn protein_names_its_variant_transcript_and_source() {
    let (figures, undrawn) =
        drawn(&[variant("EGFR", "p.Leu858Arg", Some(0.38))], Some(60), Language::En, WIDTH);
    assert_eq!(undrawn, Vec::<String>::new());
    let texts: Vec<&str> = figures[0].drawing.texts().map(|label| label.words.as_str()).collect();
    for words in ["EGFR", "p.L858R", "P00533  1,210 aa", "Extracellular", "Kinase", "1210"] {
        assert!(texts.contains(&words), "{words} in {texts:?}");
    }
    let caption = figures[0].caption.join("\n");
    for words in
        ["NM_005228.5", "UniProtKB/Swiss-Prot P00533", "2026-11-23", "not checked", "Transmembrane 646–668"]
    {
        assert!(caption.contains(words), "{words} in {caption}");
    }
    let said = figures[0].drawing.alternative();
    assert!(said.contains("p.L858R at residue 858") && said.contains("712–979"), "{said}");
}

#[test]
fn no_axis_is_invented_and_the_reason_is_told() {
    let all = [
        variant("TTN", "p.A1B", None),
        variant("EGFR", "splice site 904+1G>A", None),
        variant("EGFR", "p.L1300R", None),
    ];
    let (figures, undrawn) = drawn(&all, None, Language::En, WIDTH);
    assert_eq!(figures, Vec::<Figure>::new());
    assert_eq!(
        undrawn,
        [
            "no protein data for this gene",
            "the change names no residue",
            "residue 1300 lies beyond the protein's 1210"
        ]
    );
}

#[test]
fn mark_stands_only_on_a_value_of_its_own_unit() {
    let all = [
        marker("TMB", Some("high"), vec![metric(12.6, "mut/Mb")]),
        marker("TMB", None, vec![metric(400.0, "mutations")]),
        marker("MSI", Some("stable"), vec![]),
    ];
    let (figures, _) = drawn(&all, None, Language::Ja, WIDTH);
    assert_eq!(
        figures.len(),
        1,
        "a marker without a number, or with one that no scale is known for, is not drawn"
    );
    let marked: Vec<bool> =
        figures.iter().map(|figure| figure.caption.concat().contains("TMB-Highの基準")).collect();
    assert_eq!(marked, [true]);
    let caption = figures[0].caption.concat();
    assert!(caption.contains("TMB-Highの基準（検査甲に限る）"), "it says what it holds for: {caption}");
    assert!(
        figures[0].drawing.texts().any(|label| label.words.contains("検査会社: 高（high）")),
        "the laboratory's state"
    );
}

#[test]
fn vaf_shows_the_recorded_content_and_its_half_and_says_when_there_is_none() {
    let all = [variant("EGFR", "p.L858R", Some(0.38)), variant("TTN", "p.A1B", None)];
    let (figures, _) = drawn(&all, Some(55), Language::En, WIDTH);
    let strip = figures.last().unwrap();
    let texts: Vec<&str> = strip.drawing.texts().map(|label| label.words.as_str()).collect();
    assert!(texts.contains(&"tumour content 55 %") && texts.contains(&"half of it 27.5 %"), "{texts:?}");
    assert!(texts.contains(&"38.0 %"), "{texts:?}");
    let caption = strip.caption.join(" ");
    assert!(
        caption.contains("Copy number is not accounted for") && caption.contains("TTN p.A1B"),
        "{caption}"
    );
    let (figures, _) = drawn(&all, None, Language::En, WIDTH);
    assert!(figures.last().unwrap().caption[0].starts_with("Tumour content is not recorded"));
}

#[test]
fn crowds_are_thinned_and_counted() {
    let all: Vec<Alteration> = (0..2_000)
        .map(|n| variant("EGFR", &format!("p.L{}R", n % 1210 + 1), Some(f64::from(n) / 2000.0)))
        .collect();
    let (figures, _) = drawn(&all, Some(100), Language::En, WIDTH);
    let protein = &figures[0];
    let named = protein.drawing.texts().filter(|label| label.words.starts_with("p.")).count();
    assert!((2..=12).contains(&named), "{named} names side by side");
    assert_eq!(protein.findings.len(), 2_000);
    // Every third residue is hit twice, so that a name may stand for two.
    let told: usize =
        protein.caption[0].split_once('+').unwrap().1.split(' ').next().unwrap().parse().unwrap();
    assert!(told >= 2_000 - named * 2 && told <= 2_000 - named, "{}", protein.caption[0]);
    assert!(figures[1].caption.join(" ").contains("1986 more without a name"), "{:?}", figures[1].caption);
    let strokes = svg(&figures[1].drawing).len();
    assert!(strokes < 500_000, "{strokes} bytes");
}

#[test]
fn no_value_leaves_the_box_in_either_language() {
    let long = "amplification".repeat(30);
    let mut all = vec![
        variant("EGFR", "p.L858R", Some(0.0)),
        variant("EGFR", "p.E746_A750del", Some(1.0)),
        variant("EGFR", &format!("p.E746_A750delins{}", "W".repeat(300)), Some(0.5)),
        variant("EGFR", "p.M1?", Some(0.001)),
        variant("EGFR", "p.A1210fs*3", Some(0.999)),
        variant("C17orf39-AVERYLONGGENESYMBOLINDEED", "p.K1N", Some(0.3)),
        marker("TMB", Some(&long), vec![metric(1e300, "mut/Mb"), metric(-3.0, "mut/Mb"), metric(0.0, &long)]),
        marker(&long, None, vec![metric(0.5, "%")]),
    ];
    for (value, unit) in [
        (-1.58, "log2 fold-change"),
        (12.0, "copy number"),
        (0.0, "copy number"),
        (900.0, "copy number"),
        (2.5, "fold-change"),
        (1e300, "fold-change"),
        (5e-324, "x"),
        (f64::NAN, "copy number"),
        (1.0, ""),
    ] {
        all.push(copies("MET", vec![metric(value, unit)]));
    }
    all.push(copies("ERBB2", Vec::new()));
    for language in [Language::Ja, Language::En] {
        for width in [60.0, WIDTH, 511.0] {
            for content in [None, Some(0), Some(1), Some(100)] {
                let (figures, _) = drawn(&all, content, language, width);
                let told =
                    figures.iter().flat_map(|figure| &figure.caption).any(|words| words.contains("ERBB2"));
                assert!(told, "what has no number is named");
                assert_eq!(drawn(&all, content, language, width).0, figures, "the same every time");
            }
        }
    }
    let (figures, _) = drawn(&[], Some(50), Language::Ja, WIDTH);
    assert_eq!(figures, [], "nothing found, nothing drawn");
}

fn document_figures(pages: &[entaku_report::layout::Page]) -> Vec<&entaku_report::layout::Figure> {
    use entaku_report::layout::Item;
    let items = pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| if let Item::Figure(figure) = item { Some(figure) } else { None }).collect()
}

/// Left, upper, right and lower edge of something drawn.
fn extent(item: &entaku_report::layout::Item) -> [f32; 4] {
    use entaku_report::fonts::Segment;
    use entaku_report::layout::Item;
    match item {
        Item::Text(run) => [run.x, run.y - run.size * 0.88, run.x + run.width(), run.y + run.size * 0.12],
        Item::Fill([x, y, width, height], _) | Item::Picture([x, y, width, height], _) => {
            [*x, *y, x + width, y + height]
        }
        Item::Rule(rule) => {
            let half = rule.width / 2.0;
            let ([ax, ay], [bx, by]) = (rule.from, rule.to);
            // Butt ends: its thickness shows across its way only.
            let (wide, high) = if ay == by { (0.0, half) } else { (half, 0.0) };
            [ax.min(bx) - wide, ay.min(by) - high, ax.max(bx) + wide, ay.max(by) + high]
        }
        Item::Shape(shape) => {
            let points = shape.contours.iter().flat_map(|(start, segments)| {
                std::iter::once(*start).chain(segments.iter().map(|segment| match segment {
                    Segment::Line(end) | Segment::Curve(_, _, end) => *end,
                }))
            });
            points.fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |[l, t, r, b], [x, y]| {
                let (x, y) = (shape.origin[0] + x * shape.size, shape.origin[1] - y * shape.size);
                [l.min(x), t.min(y), r.max(x), b.max(y)]
            })
        }
        Item::Code(_) | Item::Figure(_) => [0.0; 4],
    }
}

#[test]
fn words_are_the_same_on_screen_and_paper() {
    use entaku_report::layout::{Block, Frame, Item, Plate, Plates, Setting, layout, paginate, violations};
    let all = [
        variant("EGFR", "p.L858R", Some(0.38)),
        variant("EGFR", "p.T790M", Some(0.02)),
        marker("TMB", Some("high"), vec![metric(12.6, "mut/Mb")]),
        copies("MET", vec![metric(14.0, "copy number")]),
    ];
    let (figures, _) = drawn(&all, Some(60), Language::Ja, WIDTH);
    let shaper = Shaper::new().expect("compiled-in fonts open");
    let mut setting = Setting::new(&shaper);
    let plates = figures.iter().map(|figure| Plate { drawing: figure.drawing.clone(), caption: Vec::new() });
    let blocks = plates
        .map(|plate| Block::Figures(Plates { plates: vec![plate], across: 2, before: 8.0 }))
        .collect::<Vec<_>>();
    let frame = Frame { left: 42.0, top: 60.0, width: 511.0, height: 720.0 };
    let pieces = layout(&mut setting, &blocks, frame.width);
    let set = paginate(pieces, frame);
    let items = set.pages.iter().flat_map(|page| &page.items);
    let on_paper: Vec<String> = items
        .filter_map(|item| if let Item::Figure(figure) = item { Some(&figure.items) } else { None })
        .flatten()
        .filter_map(|item| if let Item::Text(run) = item { Some(run.text()) } else { None })
        .collect();
    let on_screen: Vec<String> = figures
        .iter()
        .flat_map(|figure| {
            let svg = svg(&figure.drawing);
            let texts =
                svg.split("<text ").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"));
            texts.map(|(words, _)| words.to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(on_paper.concat(), on_screen.concat(), "the same texts in the same order");
    assert!(on_screen.len() > 30, "{} texts", on_screen.len());
    let figures_set = document_figures(&set.pages);
    for figure in figures_set {
        let [x, y, width, height] = figure.rect;
        for item in &figure.items {
            let [left, top, right, bottom] = extent(item);
            let inside =
                left >= x - 0.6 && right <= x + width + 0.6 && top >= y - 0.6 && bottom <= y + height + 0.6;
            assert!(inside, "what is drawn stays in the box that is stated: {item:?}");
        }
    }
    let described: Vec<_> = setting.tree.iter().filter_map(|(_, node)| node.alternative.clone()).collect();
    assert_eq!(described.len(), figures.len(), "each is told in words");
    let document = entaku_report::layout::Document {
        pages: set.pages,
        width: 595.28,
        height: 841.89,
        outline: set.outline,
        tree: setting.tree,
    };
    assert_eq!(violations(&document), []);
}
