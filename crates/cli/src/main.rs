//! The `silang` command: the same core as the page's, without a browser.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use silang_cli::call::{self, Call, USAGE};
use silang_cli::input::Input;
use silang_cli::output::print_comparison;
use silang_cli::{eval, extract, input, pack};
use silang_core::facts::ComparisonFacts;
use silang_core::{Analysis, Language, Memory, analyze_with, compare};

/// Hands each article that can be read to `each`; whether all could.
fn read_all(files: &[String], mut each: impl FnMut(Input) -> io::Result<()>) -> io::Result<bool> {
    let mut all_read = true;
    for file in files {
        match input::read(file) {
            Ok(input) => each(input)?,
            Err(why) => {
                eprintln!("silang: {file}: {why}");
                all_read = false;
            }
        }
    }
    Ok(all_read)
}

fn compare_files(files: &[String]) -> io::Result<bool> {
    let language = Language::indonesian();
    let mut memory = Memory::default();
    let mut analyses: Vec<Analysis> = Vec::new();
    let all_read = read_all(files, |input| {
        analyses.push(analyze_with(&language, &input.article, &mut memory));
        Ok(())
    })?;
    let articles: Vec<&Analysis> = analyses.iter().collect();
    let comparison = compare(&language.compare, &articles);
    print_comparison(&ComparisonFacts::new(&articles, &comparison))?;
    Ok(all_read)
}

fn run(call: Call) -> io::Result<bool> {
    match call {
        Call::Help => println!("{USAGE}"),
        Call::Version => println!("silang {}", env!("CARGO_PKG_VERSION")),
        Call::Extract(call) => return extract::run(call),
        Call::Pack(call) => return pack::run_told(&call),
        Call::Compare { files } => return compare_files(&files),
        Call::Eval { check, folders } => return eval::command::run(check, &folders),
    }
    Ok(true)
}

fn main() -> ExitCode {
    let Some(call) = call::parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(call) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever reads the output (`head`) has seen enough.
        Err(why) if why.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("silang: {why}");
            ExitCode::from(1)
        }
    }
}
