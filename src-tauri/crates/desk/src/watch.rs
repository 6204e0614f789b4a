//! How far the reading of a file got, told to whoever waits for it, and the wish to stop it. Shared with the shells:
//! the desk itself is busy while it reads.

use entaku_intake::Progress;
use serde::Serialize;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// How far a reading got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadProgress {
    /// File name.
    pub file: String,
    /// Bytes read.
    pub bytes: u64,
    /// Size of the file, where it is known.
    pub total: Option<u64>,
}

/// Who is told of each step.
type Observer = Box<dyn Fn(Option<&ReadProgress>) + Send + Sync>;

#[derive(Default)]
struct State {
    /// Each with a number of its own, the one that began first at the front.
    readings: Vec<(u64, ReadProgress)>,
    begun: u64,
    stop: bool,
    ended: bool,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    observer: OnceLock<Observer>,
}

/// A view of the readings under way; clones look at the same ones.
#[derive(Clone, Default)]
pub struct Watch(Arc<Shared>);

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Watch").field(&self.reading()).finish()
    }
}

impl Watch {
    /// The file being read, if any; of several the one that began first.
    pub fn reading(&self) -> Option<ReadProgress> {
        self.state().readings.first().map(|(_, reading)| reading.clone())
    }

    /// Tells of every step of a reading, and `None` at the end of each, on the thread that reads: whoever is told must be
    /// quick. The first who asks is the one who is told.
    pub fn tell(&self, observer: impl Fn(Option<&ReadProgress>) + Send + Sync + 'static) {
        let _ = self.0.observer.set(Box::new(observer));
    }

    /// Asks the reading under way to stop; nothing of it is kept. Without one, nothing happens.
    pub fn stop(&self) {
        let mut state = self.state();
        state.stop = !state.readings.is_empty();
    }

    /// Asks every reading to stop, those under way and those to come.
    pub fn end(&self) {
        self.state().ended = true;
    }

    /// Whether nothing more is to be read.
    pub fn ended(&self) -> bool {
        self.state().ended
    }

    /// Reads a file while people may look on and stop it.
    pub(crate) fn during<T>(
        &self,
        file: &str,
        read: impl FnOnce(&mut dyn FnMut(Progress) -> ControlFlow<()>) -> T,
    ) -> T {
        let underway = self.begin(file);
        read(&mut |progress| underway.went_on(progress))
    }

    /// Something long begins; it is over when the answer is dropped.
    pub(crate) fn begin(&self, file: &str) -> Underway<'_> {
        let mut state = self.state();
        let number = state.begun;
        state.begun = number.wrapping_add(1);
        state.readings.push((number, ReadProgress { file: file.to_owned(), bytes: 0, total: None }));
        Underway { watch: self, number }
    }

    fn told(&self, reading: Option<&ReadProgress>) {
        if let Some(observer) = self.0.observer.get() {
            observer(reading);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Plain values that are whole at every moment: a panic elsewhere leaves nothing half done here.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One reading. Dropped, it is over, also where the reader was torn away by a panic.
pub(crate) struct Underway<'w> {
    watch: &'w Watch,
    number: u64,
}

impl Underway<'_> {
    /// Tells how far it is, and answers whether to go on.
    pub(crate) fn went_on(&self, progress: Progress) -> ControlFlow<()> {
        let mut state = self.watch.state();
        let own = state.readings.iter_mut().find(|(number, _)| *number == self.number);
        let now = own.map(|(_, reading)| {
            (reading.bytes, reading.total) = (progress.bytes, progress.total);
            reading.clone()
        });
        let stop = state.stop || state.ended;
        // The observer may look here itself.
        drop(state);
        self.watch.told(now.as_ref());
        if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Drop for Underway<'_> {
    fn drop(&mut self) {
        let mut state = self.watch.state();
        state.readings.retain(|(number, _)| *number != self.number);
        // A wish to stop is for what was under way when it was uttered.
        state.stop &= !state.readings.is_empty();
        drop(state);
        self.watch.told(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(bytes: u64) -> Progress {
        Progress { bytes, total: Some(10) }
    }

    #[test]
    fn a_reading_is_seen_and_stopped_from_outside() {
        let watch = Watch::default();
        watch.stop();
        let outcome = watch.during("a.vcf", |go_on| {
            assert!(go_on(step(4)).is_continue(), "a wish from before the reading does not stop it");
            assert_eq!(
                watch.reading().map(|reading| (reading.file, reading.bytes)),
                Some(("a.vcf".to_owned(), 4))
            );
            watch.stop();
            go_on(step(5))
        });
        assert!(outcome.is_break());
        assert_eq!(watch.reading(), None, "nothing is being read any more");
        assert!(watch.during("b.vcf", |go_on| go_on(step(1))).is_continue(), "the next one is read");
    }

    #[test]
    fn one_of_several_readings_leaves_the_wish_to_stop_to_the_others() {
        let watch = Watch::default();
        watch.during("a.vcf", |first| {
            watch.stop();
            watch.during("b.vcf", |second| assert!(second(step(1)).is_break()));
            assert_eq!(watch.reading().map(|reading| reading.file), Some("a.vcf".to_owned()));
            assert!(first(step(1)).is_break(), "it was under way when somebody said stop");
        });
    }

    #[test]
    fn an_end_holds_for_what_is_read_later() {
        let watch = Watch::default();
        watch.end();
        assert!(watch.during("a.vcf", |go_on| go_on(step(1))).is_break());
    }

    #[test]
    fn whoever_looks_on_is_told_each_step_and_the_end() {
        let (watch, told) = (Watch::default(), Arc::new(Mutex::new(Vec::new())));
        let note = Arc::clone(&told);
        watch.tell(move |reading| note.lock().unwrap().push(reading.map(|reading| reading.bytes)));
        watch.during("a.vcf", |go_on| {
            assert!(go_on(step(4)).is_continue());
            assert!(go_on(step(9)).is_continue());
        });
        assert_eq!(*told.lock().unwrap(), [Some(4), Some(9), None]);
    }

    #[test]
    fn a_panic_within_a_reading_ends_it() {
        let watch = Watch::default();
        let torn = std::panic::AssertUnwindSafe(|| watch.during("a.vcf", |_| panic!("torn")));
        assert!(std::panic::catch_unwind(torn).is_err());
        assert_eq!(watch.reading(), None);
    }
}
