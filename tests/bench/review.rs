//! A case on the screen: opening it, a key that moves the discussion, scrolling, and the memory of all processes, with as many
//! findings as a panel, an exome and far more have. In the real window, which WebKitWebDriver asks.
use std::path::Path;
use std::time::Duration;

use entaku_tests::desk::{PASSWORD, TestDesk};
use entaku_tests::window::{Launch, Session, key};
use serde_json::{Value, json};

use crate::table::Table;
use crate::window::pss_of_family;

/// A usual panel, a large one, a whole exome.
const SIZES: [usize; 3] = [81, 1_000, 10_000];
const PATIENCE: Duration = Duration::from_secs(60);

/// From a press until the picture after it stands: the frame that the engine waits for is part of it.
const PRESS: &str = "
    const painted = () => new Promise((go) => requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = go;
        after.port2.postMessage(null);
    }));
    const times = [];
    for (let i = 0; i < 40; i += 1) {
        await new Promise((go) => setTimeout(go, 120));
        const began = performance.now();
        (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
        await painted();
        times.push(performance.now() - began);
    }
    return times;";

/// The time between pictures while the table moves.
const SCROLL: &str = "
    const table = document.querySelector('[role=\"grid\"], [role=\"table\"]');
    let over = table;
    while (over && over.scrollHeight <= over.clientHeight) over = over.parentElement;
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let i = 0; i < 60; i += 1) {
        if (over) over.scrollTop += 90;
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
    }
    return times;";

/// From the press on the case to its overview, and from there to the rows.
const OPEN: &str = "
    const there = async (css) => {
        while (!document.querySelector(css)) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
    };
    const began = performance.now();
    document.querySelector('[data-testid=\"case-row\"]').click();
    await there('[data-testid=\"part-shortVariant\"]');
    const opened = performance.now();
    document.querySelector('[data-testid=\"part-shortVariant\"]').click();
    await there('[data-testid=\"finding-row\"]');
    return [opened - began, performance.now() - opened];";

/// Measures, where there is a window to open.
pub fn bench(table: &mut Table) {
    let Some(app) = crate::program("ENTAKU_APP", "entaku") else {
        table.row("a case in the window", "not measured: no window program", "", "");
        return;
    };
    for size in SIZES {
        one(table, &app, size);
    }
}

fn one(table: &mut Table, app: &Path, size: usize) {
    let mut desk = TestDesk::new("bench-review");
    desk.call(
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "signIn": "sato", "password": PASSWORD }),
    );
    let path = desk.folder().join("large.vcf");
    let head = "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n\
                ##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp\">\n\
                ##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Reads\">\n\
                #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ttumour\n";
    let records: String = (1..=size)
        .map(|at| {
            format!(
                "chr1\t{}\t.\tC\tT\t50\tPASS\tCSQ=T|missense_variant|MODERATE|GENE{at}|NM_{at}.1|c.{at}C>T|p.Ala{at}Val\tAD\t{},{}\n",
                at * 100,
                200 + at % 300,
                5 + at % 190,
            )
        })
        .collect();
    if let Err(error) = std::fs::write(&path, format!("{head}{records}")) {
        table.row("a case in the window", &format!("not measured: {error}"), "", "");
        return;
    }
    desk.call("intake", json!({ "paths": [path] }));
    desk.call("sign_out", json!({}));
    let store = desk.folder().join("store");

    let window = Session::start(
        Launch { app: app.to_owned(), args: Vec::new(), env: Vec::new() }.arg("--store").arg(&store),
    );
    window.resize(1920, 1080);
    window.fill("[data-testid=\"open-password\"]", PASSWORD);
    window.press([key::ENTER]);
    window.wait_until("the list is there", PATIENCE, || {
        !window.find_all("[data-testid=\"case-row\"]").is_empty()
    });
    let opening = numbers(&window.run_async(OPEN, &[]));
    let mut presses = numbers(&window.run_async(PRESS, &[]));
    let mut frames = numbers(&window.run_async(SCROLL, &[]));
    let memory = pss_of_family(std::process::id(), &["entaku", "WebKit"]) / 1024;
    window.run("document.querySelector('[data-testid=\"go-list\"]').click()", &[]);
    window.wait_until("the list is there again", PATIENCE, || {
        !window.find_all("[data-testid=\"case-row\"]").is_empty()
    });
    std::thread::sleep(Duration::from_secs(5));
    let afterwards = pss_of_family(std::process::id(), &["entaku", "WebKit"]) / 1024;
    presses.sort_by(f64::total_cmp);
    frames.sort_by(f64::total_cmp);
    let opened: Vec<_> = opening.iter().map(|time| format!("{time:.0} ms")).collect();
    table.row(
        &format!("{size} findings: case opened, then its table"),
        &opened.join(" + "),
        "",
        if size == 1_000 { "150 ms" } else { "" },
    );
    table.row(
        &format!("{size} findings: `j` to the picture after it"),
        &format!("median {:.0} ms, slowest {:.0} ms", middle(&presses), presses.last().unwrap_or(&0.0)),
        "a frame's wait included",
        "≤ 50 ms",
    );
    table.row(
        &format!("{size} findings: between pictures while scrolling"),
        &format!("median {:.0} ms, slowest {:.0} ms", middle(&frames), frames.last().unwrap_or(&0.0)),
        "",
        "≤ 50 ms",
    );
    table.row(
        &format!("{size} findings: memory of all processes (PSS), case open · back at the list"),
        &format!("{memory} · {afterwards} MiB"),
        "",
        "≤ 400 MiB",
    );
}

fn numbers(told: &Value) -> Vec<f64> {
    told.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn middle(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
