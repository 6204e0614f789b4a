//! A second program at a store, killed or disturbed, and what must be true of the store afterwards. Shared by the crash tests
//! and the ordeal.
mod acts;
mod damage;
mod killing;
mod papers;
mod renewed;
mod worker_process;

pub use acts::{cases, check_decisions, check_intakes, with_one_case};
pub use damage::{Fate, Made, content, copy, fate, fate_by, receive};
pub use killing::{Dice, Tally, killed, made, reopen};
pub use papers::{Stands, check_papers, ready};
pub use renewed::{check_renewed, full};
pub use worker_process::{Heard, Worker};
