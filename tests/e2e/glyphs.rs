//! Small strokes that carry meaning leave ink: a font that drops “−” at small sizes turns −1.5 into 1.5.
use entaku_tests::place::Folder;
use entaku_tests::window::Session;
use serde_json::{Value, json};

use crate::way_in::open_on;

const GLYPHS: [&str; 5] = ["−", "_", "–", "—", "-"];
const SIZES: [u32; 5] = [12, 13, 14, 15, 16];
/// Room for one glyph, in pixels.
const CELL: u32 = 40;

/// Lays a sheet over the page: a row for each size; a cell for each glyph, first an empty one and last a “1”.
fn lay(window: &Session, weight: u32, cells: &[&str]) {
    let script = "const [cells, sizes, cell, weight] = args; document.getElementById('glyphs')?.remove(); \
        const family = getComputedStyle(document.body).fontFamily; \
        for (const size of sizes) await document.fonts.load(`${weight} ${size}px ${family}`, cells.join('')); \
        const sheet = document.createElement('div'); sheet.id = 'glyphs'; \
        sheet.style.cssText = 'position:fixed;inset:0;background:#fff;color:#000;z-index:9999'; \
        sizes.forEach((size, row) => cells.forEach((text, column) => { \
          const one = document.createElement('span'); one.textContent = text; \
          one.style.cssText = `position:absolute;left:${column * cell}px;top:${row * cell}px;width:${cell}px;\
            line-height:${cell}px;text-align:center;font-size:${size}px;font-weight:${weight}`; \
          sheet.append(one); })); \
        document.body.append(sheet); \
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); \
        return family";
    let family = window.run_async(script, &[json!(cells), json!(SIZES), json!(CELL), json!(weight)]);
    let family = family.as_str().unwrap_or_else(|| panic!("the sheet is laid: {family}"));
    assert!(family.contains("Noto Sans JP"), "the app's own font is measured: {family}");
}

/// Ink in each cell of the picture of the window, in black dots, row by row.
fn ink(window: &Session, folder: &Folder, cells: usize) -> Vec<Vec<u64>> {
    let path = folder.join("glyphs.png");
    window.screenshot(&path);
    let picture = std::fs::read(path).expect("the picture was written");
    let script = "const [bytes, rows, columns, cell] = args; \
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' })); \
        const canvas = new OffscreenCanvas(columns * cell, rows * cell); const pen = canvas.getContext('2d'); \
        pen.drawImage(picture, 0, 0); \
        return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => { \
          const dots = pen.getImageData(column * cell, row * cell, cell, cell).data; let dark = 0; \
          for (let i = 0; i < dots.length; i += 4) dark += 1 - (dots[i] + dots[i + 1] + dots[i + 2]) / 765; \
          return Math.round(dark); }))";
    let found = window.run_async(script, &[json!(picture), json!(SIZES.len()), json!(cells), json!(CELL)]);
    let rows = found.as_array().unwrap_or_else(|| panic!("the picture can be read: {found}"));
    let row = |row: &Value| row.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    rows.iter().map(row).collect()
}

#[test]
fn minus_and_dashes_leave_ink_at_every_size_in_use() {
    let folder = Folder::new("glyphs");
    let window = open_on(&folder.join("store"));
    let cells: Vec<&str> = [" "].into_iter().chain(GLYPHS).chain(["1"]).collect();
    for weight in [400, 700] {
        lay(&window, weight, &cells);
        let rows = ink(&window, &folder, cells.len());
        assert_eq!(rows.len(), SIZES.len(), "a row for each size");
        for (size, row) in SIZES.iter().zip(&rows) {
            assert_eq!(row.first(), Some(&0), "an empty cell has no ink, or the measure is wrong");
            assert!(row.last() > Some(&5), "a “1” has ink at {size} px, or the measure is wrong: {row:?}");
            for (glyph, ink) in cells.iter().zip(row).skip(1) {
                assert!(*ink >= 2, "“{glyph}” is seen at {size} px, weight {weight}: {ink} dots");
            }
        }
    }
}
