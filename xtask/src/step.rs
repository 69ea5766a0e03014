//! Steps that say what they do and how long it took.

use std::time::Instant;

use anyhow::Result;

/// Says what is about to be done, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {what}");
    let start = Instant::now();
    let done = work();
    let how = if done.is_ok() { "done" } else { "FAILED" };
    println!("    {how} in {:.1} s: {what}", start.elapsed().as_secs_f64());
    done
}
