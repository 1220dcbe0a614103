//! Nothing but a place for the examples to stand in.
