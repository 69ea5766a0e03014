//! `cargo xtask`: set-up and every habit of the project.
//!
//! Each command brings what it needs first (see [`setup`]), says what it does and how long that took.

mod bench;
mod browser;
mod build;
mod deny;
mod eval;
mod fuzz;
mod gold;
mod lean;
mod measure;
mod offline;
mod peers;
mod places;
mod process;
mod readme;
mod seeds;
mod serve;
mod server;
mod setup;
mod shell;
mod size;
mod spark;
mod step;
mod test;
mod tour;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
usage: cargo xtask serve [--port N] [--no-open]   set up, build the site, serve it on http://127.0.0.1:8080/
       cargo xtask test                           set up, check formatting, lints, tests, quality and the page in a browser
       cargo xtask build [--public-url URL]       the site, into dist/
       cargo xtask eval [GOLD_DIR]                quality on hand-marked articles; without GOLD_DIR renews gold/scores.tsv
       cargo xtask bench                          speed and size
       cargo xtask size                           what takes the bytes of the site
       cargo xtask gold                           gold.jsonl of each gold set anew, from its marked articles
       cargo xtask tour [--browser NAME]          all a reader does, by mouse and keyboard, in chromium, firefox and webkit
       cargo xtask deny                           licences, sources, doubles and known weaknesses of dependencies
       cargo xtask fuzz [TARGET] [--seconds N]    every reader of foreign bytes on a fuzzer's, 300 s each
       cargo xtask peers [HARNESS_DIR]            the core as a WebAssembly package, measured beside other programs
       cargo xtask spark                          the example for Apache Spark, held against one machine
       cargo xtask measure WHAT [--articles FOLDER_OR_JSONL] [--count N] [--rounds N] [--profile FILE]
                                                  the page in Chromium: start, many, archive or compare
       cargo xtask screens                        pictures of every view, from the real page";

/// Takes `--name VALUE` out of the words.
fn value_of(words: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let Some(at) = words.iter().position(|word| word == name) else { return Ok(None) };
    if at + 1 == words.len() {
        bail!("{name} needs a value\n{USAGE}");
    }
    words.remove(at);
    Ok(Some(words.remove(at)))
}

/// Takes `--name` out of the words; whether it was there.
fn flag(words: &mut Vec<String>, name: &str) -> bool {
    let before = words.len();
    words.retain(|word| word != name);
    words.len() < before
}

fn nothing_left(words: &[String]) -> Result<()> {
    match words.first() {
        Some(word) => bail!("what is {word}?\n{USAGE}"),
        None => Ok(()),
    }
}

fn serve(mut words: Vec<String>) -> Result<()> {
    let port = value_of(&mut words, "--port")?.map_or(Ok(serve::PORT), |port| port.parse())?;
    let open = !flag(&mut words, "--no-open");
    nothing_left(&words)?;
    serve::run(port, open)
}

fn build(mut words: Vec<String>) -> Result<()> {
    let public_url = value_of(&mut words, "--public-url")?;
    nothing_left(&words)?;
    build::site(public_url.as_deref())
}

fn tour(mut words: Vec<String>) -> Result<()> {
    let browser = value_of(&mut words, "--browser")?;
    nothing_left(&words)?;
    tour::run(browser.as_deref())
}

fn fuzz(mut words: Vec<String>) -> Result<()> {
    let seconds = value_of(&mut words, "--seconds")?.map(|seconds| seconds.parse()).transpose()?;
    let target = if words.is_empty() { None } else { Some(words.remove(0)) };
    nothing_left(&words)?;
    fuzz::run_all(target.as_deref(), seconds)
}

fn measure(mut words: Vec<String>) -> Result<()> {
    let with = measure::With {
        articles: value_of(&mut words, "--articles")?,
        count: value_of(&mut words, "--count")?,
        rounds: value_of(&mut words, "--rounds")?,
        profile: value_of(&mut words, "--profile")?,
    };
    let what = if words.is_empty() { String::new() } else { words.remove(0) };
    nothing_left(&words)?;
    measure::run_one(&what, with)
}

fn peers(mut words: Vec<String>) -> Result<()> {
    let harness = if words.is_empty() { None } else { Some(words.remove(0)) };
    nothing_left(&words)?;
    peers::run_all(harness.as_deref())
}

fn run(mut words: Vec<String>) -> Result<()> {
    if words.is_empty() {
        bail!("{USAGE}");
    }
    let command = words.remove(0);
    match command.as_str() {
        "serve" => return serve(words),
        "build" => return build(words),
        "eval" => return eval::run(&words),
        "fuzz" => return fuzz(words),
        "measure" => return measure(words),
        "peers" => return peers(words),
        "tour" => return tour(words),
        _ => nothing_left(&words)?,
    }
    match command.as_str() {
        "test" => test::run(),
        "bench" => bench::run(),
        "size" => size::run_all(),
        "gold" => gold::run(),
        "deny" => deny::run_all(),
        "spark" => spark::run_all(),
        "screens" => browser::screens(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no command {command}\n{USAGE}"),
    }
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}
