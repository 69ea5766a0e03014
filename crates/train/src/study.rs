//! What each part is worth, and how well names are found that training never saw.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use silang_core::entity::gazetteer::Gazetteer;
use silang_core::entity::wordlist::WordList;
use silang_core::{Language, fold};

use crate::marked::Marked;
use crate::recipe::{self, Source, Training};
use crate::score::Score;

/// Trains with one part after the other and prints a table of scores, one column for each of `tests`.
pub fn ablate(sources: &[Source], tests: &[(&str, Vec<Marked>)], training: Training) -> io::Result<()> {
    let full = Language::indonesian();
    let mut poor = full.clone();
    poor.entity.gazetteer = Gazetteer::default();
    poor.entity.words = WordList::default();
    let mut listed = poor.clone();
    listed.entity.gazetteer = full.entity.gazetteer.clone();
    let plain = Training { forget: 0.0, ..training };
    write!(io::stdout(), "| |")?;
    tests.iter().try_for_each(|(name, _)| write!(io::stdout(), " {name} |"))?;
    write!(io::stdout(), "\n|---|{}\n", "---|".repeat(tests.len()))?;
    row("model alone", &poor, &recipe::train(&poor, sources, plain), tests, false)?;
    row("+ gazetteers", &listed, &recipe::train(&listed, sources, plain), tests, false)?;
    row("+ word classes", &full, &recipe::train(&full, sources, plain), tests, false)?;
    let packed = recipe::train(&full, sources, training);
    row("+ names forgotten at training", &full, &packed, tests, false)?;
    row("+ agreement over the document", &full, &packed, tests, true)
}

fn row(name: &str, language: &Language, packed: &[u8], tests: &[(&str, Vec<Marked>)], passes: bool) -> io::Result<()> {
    let language = recipe::with_model(language, packed);
    write!(io::stdout(), "| {name} |")?;
    for (_, texts) in tests {
        write!(io::stdout(), " {:.1} |", recipe::measure(&language, texts, passes).micro())?;
    }
    writeln!(io::stdout())?;
    io::stdout().flush()
}

/// Recall of names that stood in training and of names that did not.
#[derive(Clone, Copy, Debug, Default)]
struct Recall {
    hit: usize,
    all: usize,
}

impl Recall {
    fn count(&mut self, hit: bool) {
        self.hit += usize::from(hit);
        self.all += 1;
    }

    fn percent(self) -> f64 {
        self.hit as f64 * 100.0 / self.all.max(1) as f64
    }
}

/// How many of the names of each of `tests` the embedded model finds: of those that stand in training, and of the others.
pub fn unseen(sources: &[Source], tests: &[(&str, Vec<Marked>)]) -> io::Result<()> {
    let language = Language::indonesian();
    let known = known(sources);
    let mut to = io::stdout();
    write!(
        to,
        "| set | F1 | names seen in training | recall | names not seen | recall |\n|---|---|---|---|---|---|\n"
    )?;
    for (name, texts) in tests {
        let [seen, new] = recalls(&language, texts, &known);
        let micro = recipe::measure(&language, texts, true).micro();
        let (seen_all, new_all) = (seen.all, new.all);
        let (seen, new) = (seen.percent(), new.percent());
        writeln!(to, "| {name} | {micro:.1} | {seen_all} | {seen:.1} | {new_all} | {new:.1} |")?;
    }
    Ok(())
}

/// Recall of the marked names of some texts: of those whose words are known, and of the others.
fn recalls(language: &Language, texts: &[Marked], known: &BTreeSet<String>) -> [Recall; 2] {
    let mut recalls = [Recall::default(); 2];
    for text in texts {
        let found = recipe::found(language, text, true);
        for mark in &text.marks {
            let is_new = !known.contains(&fold(mark.span.of(&text.text)));
            recalls[usize::from(is_new)].count(found.contains(&(mark.kind, mark.span)));
        }
    }
    recalls
}

/// Leaves out one group (topic or outlet) after the other, from the one called `from` on, trains on the rest and scores.
pub fn folds(articles: &[Marked], always: &[Source], training: Training, from: &str) -> io::Result<()> {
    let language = Language::indonesian();
    let mut groups: BTreeMap<String, Vec<Marked>> = BTreeMap::new();
    for article in articles {
        groups.entry(article.group.clone()).or_default().push(article.clone());
    }
    let mut total = Score::default();
    let (mut seen, mut unseen) = (Recall::default(), Recall::default());
    write!(io::stdout(), "| left out | articles | F1 | recall of names seen | unseen |\n|---|---|---|---|---|\n")?;
    for (group, texts) in groups.iter().filter(|(group, _)| group.as_str() >= from) {
        let rest = groups.iter().filter(|(other, _)| *other != group).flat_map(|(_, texts)| texts.clone());
        let mut sources = vec![Source { texts: rest.collect(), weight: 1.0 }];
        sources.extend(always.iter().cloned());
        let trained = recipe::with_model(&language, &recipe::train(&language, &sources, training));
        let [here, new] = recalls(&trained, texts, &known(&sources));
        let score = recipe::measure(&trained, texts, true);
        total.add(&score);
        writeln!(
            io::stdout(),
            "| {group} | {} | {:.1} | {:.1} | {:.1} |",
            texts.len(),
            score.micro(),
            here.percent(),
            new.percent()
        )?;
        io::stdout().flush()?;
        seen = Recall { hit: seen.hit + here.hit, all: seen.all + here.all };
        unseen = Recall { hit: unseen.hit + new.hit, all: unseen.all + new.all };
    }
    writeln!(
        io::stdout(),
        "| all | {} | {:.1} | {:.1} | {:.1} |",
        groups.iter().filter(|(group, _)| group.as_str() >= from).map(|(_, texts)| texts.len()).sum::<usize>(),
        total.micro(),
        seen.percent(),
        unseen.percent()
    )?;
    write!(io::stdout(), "\n{total}\n{} names seen, {} unseen\n", seen.all, unseen.all)
}

/// The folded names of all marks.
fn known(sources: &[Source]) -> BTreeSet<String> {
    let texts = sources.iter().flat_map(|source| &source.texts);
    texts.flat_map(|text| text.marks.iter().map(|mark| fold(mark.span.of(&text.text)))).collect()
}
