//! Statements: content overlapping by four fifths, direct apart from the rest; `speaker` among those found;
//! `said` wants statement and speaker right. The speaker's share is also told by how the text refers to the speaker.

use silang_core::facts::At;
use silang_core::statement::StatementKind;

use crate::eval::gold::{GoldArticle, GoldStatement};
use crate::eval::matching::{pair_up, trim};
use crate::eval::{Case, Row, Score, names};

/// How the text names a speaker, in the order of the table.
const REFERENCES: [&str; 5] =
    ["speaker by name", "speaker by -nya", "speaker by pronoun", "speaker by description", "speaker unnamed"];
const CLITICS: [&str; 2] = ["nya", "-nya"];
const PRONOUNS: [&str; 8] = ["dia", "ia", "beliau", "mereka", "saya", "aku", "kami", "kita"];

#[derive(Default)]
struct Tally {
    hits: usize,
    found: usize,
    marked: usize,
}

impl Tally {
    /// A finding of the wrong kind may stand for a mark of this one, so there may be fewer findings than hits.
    fn score(&self) -> Score {
        Score::new(self.hits, self.found.max(self.hits), self.marked)
    }
}

#[derive(Default)]
struct Tallies {
    direct: Tally,
    indirect: Tally,
    said: Tally,
    /// Hits and number of known speakers, for each reference.
    speakers: [(usize, usize); REFERENCES.len()],
}

impl Tallies {
    fn of(&mut self, kind: StatementKind) -> &mut Tally {
        if kind == StatementKind::Direct { &mut self.direct } else { &mut self.indirect }
    }
}

pub(super) fn rows(cases: &[Case]) -> Vec<Row> {
    let mut tallies = Tallies::default();
    for case in cases {
        count(case, &mut tallies);
    }
    let speakers = tallies.speakers.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let said = &tallies.said;
    let mut rows = vec![
        ("statement direct", tallies.direct.score()),
        ("statement indirect", tallies.indirect.score()),
        ("statement speaker", Score::share(speakers.0, speakers.1)),
        ("statement said", Score::new(said.hits, said.found, said.marked)),
    ];
    rows.extend(REFERENCES.into_iter().zip(tallies.speakers).map(|(layer, (hits, n))| (layer, Score::share(hits, n))));
    rows
}

fn count(case: &Case, tallies: &mut Tallies) {
    let text = &case.gold.article.text;
    let marked = &case.gold.statements;
    let found: Vec<_> = case.facts.statements.iter().filter(|statement| case.outside(statement.at)).collect();
    let mark_spans: Vec<At> = marked.iter().map(|statement| trim(text, statement.at)).collect();
    let spans: Vec<At> = found.iter().map(|statement| trim(text, statement.at)).collect();
    for mark in marked {
        tallies.of(mark.kind).marked += 1;
    }
    for finding in &found {
        tallies.of(finding.kind).found += 1;
    }
    tallies.said.marked += marked.len();
    tallies.said.found += found.len();
    for (i, j) in pair_up(&mark_spans, &spans, 0.8) {
        tallies.of(marked[i].kind).hits += 1;
        tallies.said.hits += usize::from(speaker(case.gold, &marked[i], &found[j].speaker, tallies));
    }
}

/// Whether the speaker found is right; an unknown speaker can't be told wrongly.
fn speaker(article: &GoldArticle, mark: &GoldStatement, found: &str, tallies: &mut Tallies) -> bool {
    if matches!(mark.speaker.as_str(), "" | "?") {
        return true;
    }
    let right = names::same(&mark.speaker, found);
    let (hits, count) = &mut tallies.speakers[reference(article, mark)];
    *hits += usize::from(right);
    *count += 1;
    right
}

/// How the text names the speaker here, as an index into [`REFERENCES`].
fn reference(article: &GoldArticle, mark: &GoldStatement) -> usize {
    let wording = mark.speaker_text.trim().to_lowercase();
    if wording.is_empty() {
        return 4;
    }
    if CLITICS.contains(&wording.as_str()) {
        return 1;
    }
    if PRONOUNS.contains(&wording.as_str()) {
        return 2;
    }
    let speaker = names::words(&mark.speaker);
    let named = article.names.iter().any(|name| names::words(&name.entity) == speaker);
    let by_name = article.names.iter().any(|name| {
        names::same(&name.entity, &mark.speaker) && names::words(&name.text).is_subset(&names::words(&wording))
    });
    if named && by_name { 0 } else { 3 }
}
