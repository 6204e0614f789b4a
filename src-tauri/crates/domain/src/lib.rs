//! The words and rules of the expert panel: no IO, no clock.
