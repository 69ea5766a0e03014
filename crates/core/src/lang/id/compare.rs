//! Indonesian for the compare layer.

use crate::compare::Grammar;
use crate::compare::stem::{Affixes, Prefix, Stemmer};
use crate::compare::term::{Lexicon, Modal, SmallWords};
use crate::lang::id::entity::names_rules;
use crate::lang::id::rows;
use crate::order::Order;

/// What the compare layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let stopwords = rows(include_str!("../../../data/id/stopwords.tsv")).map(|row| row[0]).collect();
    Grammar { lexicon: Lexicon { stemmer: stemmer(), stopwords }, words: small_words(), names: names_rules() }
}

fn small_words() -> SmallWords {
    let mut words = SmallWords { person: "orang", ..SmallWords::default() };
    for row in rows(include_str!("../../../data/id/compare-words.tsv")) {
        match *row.as_slice() {
            ["active", opening, ..] => words.active.push(opening),
            ["area", word, ..] => _ = words.areas.insert(word),
            ["as", word, ..] => _ = words.offices_follow.insert(word),
            ["aim", word, ..] => _ = words.aims.insert(word),
            ["born", word, ..] => _ = words.born.insert(word),
            ["by", word, ..] => _ = words.by.insert(word),
            ["clause", word, ..] => _ = words.clauses.insert(word),
            ["of", word, ..] => _ = words.of.insert(word),
            ["former", word, ..] => _ = words.former.insert(word),
            ["outside", word, ..] => _ = words.outside.insert(word),
            ["gap", word, ..] => _ = words.gaps.insert(word),
            ["joins", word, ..] => _ = words.joins.insert(word),
            ["list", word, ..] => _ = words.lists.insert(word),
            ["times", word, ..] => _ = words.times.insert(word),
            ["other", word, ..] => _ = words.others.insert(word),
            ["outcome", word, plainest] => _ = words.outcomes.insert(word, plainest),
            ["passive", opening, ..] => words.passive.push(opening),
            ["person", word, ..] => _ = words.people.insert(word),
            ["place", word, ..] => _ = words.places.insert(word),
            ["site", word, ..] => _ = words.sites.insert(word),
            ["online", word, ..] => _ = words.online.insert(word),
            ["quoted", word, ..] => _ = words.quoted.insert(word),
            ["vague", phrase, ..] => words.vague.push(phrase),
            ["opener", word, ..] => _ = words.openers.insert(word),
            ["pointing", word, ..] => _ = words.pointing.insert(word),
            ["several", word, ..] => _ = words.several.insert(word),
            ["toward", word, ..] => _ = words.towards.insert(word),
            ["zone", word, ..] => _ = words.zones.insert(word),
            ["modal", word, class, before] => {
                words.modals.extend(modal(class).map(|class| (word, class)));
                words.modals_behind.insert(word, before);
            }
            ["modal", word, class] => {
                let class = modal(class);
                match word.split_once(' ') {
                    Some((first, second)) => words.modals_of_two.extend(class.map(|class| (first, (second, class)))),
                    None => words.modals.extend(class.map(|class| (word, class))),
                }
            }
            _ => {}
        }
    }
    for row in rows(include_str!("../../../data/id/statement-words.tsv")) {
        match *row.as_slice() {
            ["role_noun", nouns, ..] => words.offices.extend(nouns.split(' ')),
            ["relational", nouns, ..] => words.relations.extend(nouns.split(' ')),
            _ => {}
        }
    }
    let times = rows(include_str!("../../../data/id/time-words.tsv"));
    words.weekdays = times.filter_map(|row| weekday(&row)).collect();
    words
}

fn weekday(row: &[&'static str]) -> Option<(&'static str, u32)> {
    let [word, "weekday", number, ..] = *row else { return None };
    Some((word, number.parse().ok()?))
}

fn modal(class: &str) -> Option<Modal> {
    Some(match class {
        "done" => Modal::Done,
        "negated" => Modal::Negated,
        "ongoing" => Modal::Ongoing,
        "planned" => Modal::Planned,
        "proven" => Modal::Proven,
        "reserved" => Modal::Reserved,
        "tentative" => Modal::Tentative,
        "tried" => Modal::Tried,
        _ => return None,
    })
}

fn stemmer() -> Stemmer {
    let whole = rows(include_str!("../../../data/id/stem-whole.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect();
    Stemmer::new(affixes(), whole, rows(include_str!("../../../data/id/compare-synonyms.tsv")))
}

fn affixes() -> Affixes {
    let mut affixes = Affixes::default();
    for row in rows(include_str!("../../../data/id/stem-affixes.tsv")) {
        match *row.as_slice() {
            ["particle", form, ..] => affixes.particles.push(form),
            ["suffix", form, ..] => affixes.suffixes.push(form),
            ["prefix", form, next, ..] => {
                let hidden = row.get(3).copied().unwrap_or_default();
                affixes.prefixes.push(Prefix { form, before_vowel: next == "vowel", hidden });
            }
            _ => {}
        }
    }
    affixes.prefixes.order_by_key(|prefix| (std::cmp::Reverse(prefix.form.len()), !prefix.before_vowel));
    affixes.suffixes.order_by_key(|suffix| std::cmp::Reverse(suffix.len()));
    affixes
}

#[cfg(test)]
mod tests {
    use super::stemmer;

    #[test]
    fn forms_of_one_word_share_a_key() {
        let stemmer = stemmer();
        for forms in [
            &["serang", "menyerang", "serangan", "penyerangan", "diserang"][..],
            &["pilih", "memilih", "pilihan", "pemilihan", "terpilih"],
            &["kirim", "mengirim", "kiriman", "dikirimkan", "pengiriman"],
            &["terima", "menerima", "penerimaan", "diterima"],
            &["gerak", "bergerak", "gerakan", "menggerakkan", "pergerakan"],
            &["tolak", "menolak", "penolakan", "ditolaknya"],
            &["temu", "bertemu", "pertemuan", "menemui", "ditemukan"],
        ] {
            let keys: Vec<String> = forms.iter().map(|form| stemmer.stem(form)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{forms:?} became {keys:?}");
        }
    }

    #[test]
    fn other_words_keep_apart() {
        let stemmer = stemmer();
        for (one, other) in [("menteri", "antara"), ("polisi", "polusi"), ("korban", "korupsi"), ("perang", "terang")] {
            assert_ne!(stemmer.stem(one), stemmer.stem(other));
        }
    }
}
