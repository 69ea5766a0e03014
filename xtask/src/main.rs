//! `cargo xtask`: set-up and every habit of the project.

fn main() {}
