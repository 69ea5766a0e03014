//! Trains the entity model.

fn main() {}
