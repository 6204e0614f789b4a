//! What may happen to a store from outside: its program killed, its file damaged, another program beside it.
#![cfg(unix)]
mod damage;
mod kill;
mod kill_finalising;
mod kill_renewing;
mod ordeal;
mod several_loading;
mod two_programs;
