//! Reads lines and writes them with the kana that a document would set: `echo 抗がん薬 | cargo run --example furigana`.
#![allow(clippy::print_stdout, reason = "it is what the example is for")]

use entaku_report::furigana::readings;

fn main() {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let mut from = 0;
        let mut out = String::new();
        for stretch in readings(&line, &[]) {
            out.push_str(line.get(from..stretch.at.start).unwrap_or_default());
            out.push_str(&format!("｜{}", line.get(stretch.at.clone()).unwrap_or_default()));
            out.push_str(&format!("《{}》", stretch.reading));
            from = stretch.at.end;
        }
        println!("{out}{}", line.get(from..).unwrap_or_default());
    }
}
