//! The figures as a Markdown table, with the machine they were measured on.
use std::fmt::Write;
use std::path::Path;

/// Rows in the order in which they were measured.
pub struct Table {
    text: String,
}

impl Table {
    /// Begins with the machine and how busy it is.
    pub fn new() -> Self {
        let mut text = format!("{}\n\n| what | measured | beside | goal |\n|---|---|---|---|\n", machine());
        text.insert_str(0, "Medians unless told otherwise. ");
        print!("{text}");
        Self { text }
    }

    /// One figure: what, how much, what another takes for it in the same run, what was aimed at.
    pub fn row(&mut self, what: &str, measured: &str, beside: &str, goal: &str) {
        let row = format!("| {what} | {measured} | {beside} | {goal} |\n");
        print!("{row}");
        self.text.push_str(&row);
    }

    /// Writes the table.
    pub fn finish(mut self, path: &Path) {
        let _ = write!(self.text, "\nLoad average at the end: {}.\n", load());
        std::fs::write(path, &self.text).expect("target can be written");
        println!("\nwritten to {}", path.display());
    }
}

fn machine() -> String {
    let field = |file: &str, name: &str| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal");
    let kib: u64 = memory.trim_end_matches(" kB").parse().unwrap_or(0);
    let model = field("/proc/cpuinfo", "model name");
    format!(
        "Machine: {model}, {cores} cores, {:.0} GiB; load average at the start: {}.",
        kib as f64 / 1_048_576.0,
        load()
    )
}

fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').take(3).collect::<Vec<_>>().join(" ")
}
