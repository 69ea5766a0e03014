//! Words about the reader's own work: what is kept, what is walked to, what the calendar lacks.

use silang_core::facts::Facts;

use crate::layout::MarkRef;
use crate::view::layer::Layer;
use crate::words::Language;

/// The first words of a longer text, in quotation marks.
pub(super) fn start(words: &str) -> String {
    match words.char_indices().nth(32) {
        Some((cut, _)) => ["“", words.get(..cut).unwrap_or_default(), "…”"].concat(),
        None => ["“", words, "”"].concat(),
    }
}

impl Language {
    /// How much of how much is done.
    pub fn progress(self, done: usize, all: usize) -> String {
        [self.number(done).as_str(), self.pick(" dari ", " of "), &self.article_count(all)].concat()
    }

    /// How many of how many own articles this browser keeps.
    pub fn kept(self, kept: usize, own: usize) -> String {
        if kept < own {
            self.fill(
                "{} dari {} artikel tersimpan",
                "{} of {} articles saved",
                &[&self.number(kept), &self.number(own)],
            )
        } else {
            self.pick("Tersimpan di peramban ini", "Saved in this browser").to_owned()
        }
    }

    /// That so many more are not shown.
    pub fn more(self, count: usize) -> String {
        let number = self.number(count);
        self.fill("dan {} lagi", "and {} more", &[&number])
    }

    /// Since when (ms) something is in no exported file.
    pub fn unexported(self, since: u64) -> String {
        let since = self.moment(since as f64);
        self.fill("belum diekspor sejak {}", "not exported since {}", &[&since])
    }

    /// A mark in words: its layer and what it stands for.
    pub fn mark(self, mark: MarkRef, facts: &Facts) -> Option<String> {
        let (layer, told) = match mark {
            MarkRef::Mention(index) => {
                let fact = facts.mentions.get(index)?;
                (fact.kind.into(), fact.entity.clone())
            }
            MarkRef::Time(index) => (Layer::Time, self.when(&facts.times.get(index)?.value)),
            MarkRef::Statement(index) => (Layer::Statement, facts.statements.get(index)?.speaker.clone()),
            MarkRef::Furniture(_) => return None,
        };
        Some([self.layer(layer), ": ", &told].concat())
    }

    /// What the reader told is no time.
    pub fn no_such_time(self, value: &str) -> String {
        if value.is_empty() {
            return self.pick("Pilih tanggal atau tulis waktunya.", "Choose a date or write the time.").to_owned();
        }
        self.fill(
            "“{}” tidak ada di kalender. Tulis misalnya 2022-02-24 atau 2022-02.",
            "“{}” is not in the calendar. Write for instance 2022-02-24 or 2022-02.",
            &[value],
        )
    }

    /// Whether a correction holds for all places with these words.
    pub fn everywhere_else(self, words: &str) -> String {
        self.fill("juga untuk “{}” di tempat lain", "also for “{}” elsewhere", &[words])
    }
}
