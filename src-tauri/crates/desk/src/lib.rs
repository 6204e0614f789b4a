//! Every act a person can do, and the views made for the screen.
