//! Makes what the entity layer learns: gazetteers, word classes and the model of names.

mod adagrad;
mod crf;
mod exchange;
mod glued;
mod inline;
mod marked;
mod owlqn;
mod quantise;
mod recipe;
mod score;
mod sequence;
mod sources;
mod speed;
mod study;
mod words;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use silang_core::Language;

use crate::marked::Marked;
use crate::recipe::{Source, Training};

const USAGE: &str = "\
usage: silang-train gazetteers SOURCES DATA   makes places.tsv and person-names.tsv in DATA from unpacked public sources
       silang-train pack DATA                 packs places.tsv and person-names.tsv as the core embeds them
       silang-train words WORDS SOURCE... [--fine N] [--coarse N] [--least N]   makes the word list
       silang-train train MODEL SOURCE... [--test SOURCE]... [--l1 X] [--l2 X] [--passes N] [--steps N]
       silang-train ablate SOURCE... --test SOURCE...   what each part is worth
       silang-train folds SOURCE ALWAYS...              leaves out each topic or outlet of SOURCE in turn, from
                                                        --from NAME on
       silang-train unseen SOURCE... --test SOURCE...   recall of names that do not stand in training
       silang-train speed SOURCE...           time to load, speed of each step
       silang-train score SOURCE... [--model MODEL]   how well a model (else the embedded one) finds the names of SOURCE
SOURCE is gold:FOLDER:WEIGHT[:FIRST-LAST] or columns:FILE:WEIGHT:DOMAIN
or inline:FOLDER:WEIGHT (articles with inline marks)
or marks:FILE:WEIGHT:CORPUS (marks kept apart from the texts, which stand in JSON lines)
or lines:FILE:WEIGHT[:MANIFEST] (plain text in JSON lines, without the articles of the manifest from n073 on)";

/// The words of a call, apart: what stands alone, and options with their values.
struct Words<'a> {
    plain: Vec<&'a str>,
    options: Vec<(&'a str, &'a str)>,
}

impl<'a> Words<'a> {
    fn new(words: &[&'a str]) -> Self {
        let mut made = Self { plain: Vec::new(), options: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.strip_prefix("--") {
                Some(name) => made.options.push((name, words.next().unwrap_or(&""))),
                None => made.plain.push(word),
            }
        }
        made
    }

    fn number<T: std::str::FromStr>(&self, name: &str, usual: T) -> T {
        let told = self.options.iter().find(|(option, _)| *option == name);
        told.and_then(|(_, value)| value.parse().ok()).unwrap_or(usual)
    }
}

/// The sources and the way of training that a call tells.
fn told(words: &Words) -> io::Result<(Vec<Source>, Training)> {
    let sources = words.plain.iter().map(|told| recipe::source(told)).collect::<io::Result<Vec<_>>>()?;
    let usual = Training::default();
    let mut training = usual;
    training.settings.l1 = words.number("l1", usual.settings.l1);
    training.settings.l2 = words.number("l2", usual.settings.l2);
    training.settings.passes = words.number("passes", usual.settings.passes);
    training.settings.steps = words.number("steps", usual.settings.steps);
    training.least = words.number("least", usual.least);
    training.forget = words.number("forget", usual.forget);
    training.often = words.number("often", usual.often);
    Ok((sources, training))
}

/// The test sources of a call.
fn tests<'a>(words: &Words<'a>) -> io::Result<Vec<(&'a str, Vec<Marked>)>> {
    let tests = words.options.iter().filter(|(name, _)| *name == "test");
    tests.map(|(_, told)| Ok((*told, recipe::source(told)?.texts))).collect()
}

fn ablate(words: &Words) -> io::Result<()> {
    let (sources, training) = told(words)?;
    study::ablate(&sources, &tests(words)?, training)
}

fn folds(words: &Words) -> io::Result<()> {
    let (sources, training) = told(words)?;
    let [articles, always @ ..] = sources.as_slice() else { return Ok(()) };
    let from = words.options.iter().find(|(name, _)| *name == "from").map_or("", |(_, from)| from);
    study::folds(&articles.texts, always, training, from)
}

fn unseen(words: &Words) -> io::Result<()> {
    let (sources, _) = told(words)?;
    study::unseen(&sources, &tests(words)?)
}

fn train(out: &str, words: &Words) -> io::Result<()> {
    let (sources, training) = told(words)?;
    let mut language = Language::indonesian();
    if let Some((_, file)) = words.options.iter().find(|(name, _)| *name == "words") {
        language.entity.words = silang_core::entity::wordlist::WordList::unpack(&std::fs::read(file)?);
    }
    let packed = recipe::train(&language, &sources, training);
    std::fs::write(out, &packed)?;
    let trained = recipe::with_model(&language, &packed);
    eprintln!("{} features kept, {} bytes", trained.entity.model.len(), packed.len());
    for (name, texts) in tests(words)? {
        println!("{name}\n  model alone {}", recipe::measure(&trained, &texts, false));
        println!("  with passes {}", recipe::measure(&trained, &texts, true));
    }
    Ok(())
}

fn word_list(out: &str, words: &Words) -> io::Result<()> {
    let mut texts = Vec::new();
    for told in &words.plain {
        texts.extend(recipe::source(told)?.texts.into_iter().map(|text| text.text));
    }
    let sizes = words::Sizes {
        fine: words.number("fine", 256),
        coarse: words.number("coarse", 40),
        least: words.number("least", 4),
    };
    let packed = words::build(&Language::indonesian().text, &texts, sizes);
    eprintln!("{} bytes", packed.len());
    std::fs::write(out, packed)
}

fn speed(told: &[&str]) -> io::Result<()> {
    let sources = told.iter().map(|told| recipe::source(told)).collect::<io::Result<Vec<_>>>()?;
    speed::tell(&sources.into_iter().flat_map(|source| source.texts).collect::<Vec<_>>());
    Ok(())
}

fn score(words: &Words) -> io::Result<()> {
    let mut language = Language::indonesian();
    if let Some((_, file)) = words.options.iter().find(|(name, _)| *name == "model") {
        language = recipe::with_model(&language, &std::fs::read(file)?);
    }
    for told in &words.plain {
        println!("{told}\n  {}", recipe::measure(&language, &recipe::source(told)?.texts, true));
    }
    Ok(())
}

fn run(words: &[&str]) -> Option<io::Result<()>> {
    Some(match words {
        ["gazetteers", sources, data] => sources::build(Path::new(sources), Path::new(data)),
        ["pack", data] => sources::pack(Path::new(data)),
        ["train", out, rest @ ..] => train(out, &Words::new(rest)),
        ["words", out, rest @ ..] => word_list(out, &Words::new(rest)),
        ["ablate", rest @ ..] => ablate(&Words::new(rest)),
        ["folds", rest @ ..] => folds(&Words::new(rest)),
        ["unseen", rest @ ..] => unseen(&Words::new(rest)),
        ["speed", told @ ..] => speed(told),
        ["score", rest @ ..] => score(&Words::new(rest)),
        _ => return None,
    })
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(why)) => {
            eprintln!("silang-train: {why}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
