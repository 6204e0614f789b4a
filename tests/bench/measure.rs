//! Time and memory of an act, or of a whole process with all it takes.
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What a process took.
#[derive(Clone, Copy, Default)]
pub struct Took {
    /// From start to end.
    pub wall: Duration,
    /// Highest resident set, in KiB.
    pub peak_kib: u64,
}

/// Runs a program to its end, its output thrown away.
pub fn process(command: &mut Command) -> Result<Took, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().map_err(|error| format!("{name}: {error}"))?;
    let (peak_kib, status) = watched(&mut child);
    let wall = start.elapsed();
    match status {
        Ok(status) if status.success() => Ok(Took { wall, peak_kib }),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// Waits for the end while another thread reads the high-water mark, which is gone with the process.
fn watched(child: &mut Child) -> (u64, std::io::Result<std::process::ExitStatus>) {
    let (peak, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let file = format!("/proc/{}/status", child.id());
    let status = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                peak.fetch_max(high_water(&file), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        let status = child.wait();
        over.store(true, Ordering::Relaxed);
        status
    });
    (peak.into_inner(), status)
}

/// `VmHWM` of a process, in KiB.
fn high_water(file: &str) -> u64 {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// Runs an act so many times and gives the times, shortest first.
pub fn times(count: usize, mut act: impl FnMut(usize)) -> Vec<Duration> {
    let mut times: Vec<_> = (0..count)
        .map(|number| {
            let start = Instant::now();
            act(number);
            start.elapsed()
        })
        .collect();
    times.sort();
    times
}

/// The middle one of sorted times.
pub fn median(times: &[Duration]) -> Duration {
    times[times.len() / 2]
}

/// `p50 0.12 ms, p99 0.40 ms` of sorted times.
pub fn quantiles(times: &[Duration]) -> String {
    format!(
        "p50 {:.2} ms, p99 {:.2} ms",
        ms(median(times)),
        ms(times[(times.len() * 99 / 100).min(times.len() - 1)])
    )
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle process by time, with the highest memory of all.
pub fn middle(mut all: Vec<Took>) -> Took {
    all.sort_by_key(|took| took.wall);
    let peak_kib = all.iter().map(|took| took.peak_kib).max().unwrap_or(0);
    Took { peak_kib, ..all[all.len() / 2] }
}

/// `123 ms, 45 MiB`.
pub fn told(took: Took) -> String {
    format!("{:.0} ms, {:.0} MiB", ms(took.wall), took.peak_kib as f64 / 1024.0)
}
