//! Nothing but a place for the tests to stand in.
