//! Indonesian for the statement layer.

use crate::lang::id::rows;
use crate::statement::SpeechAct;
use crate::statement::grammar::{Cue, Forms, Grammar, Role, Roles, Takes, Tier};
use crate::statement::spelling::Verbs;
use crate::text::word_map::WordMap;

/// What the statement layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let metonyms = rows(include_str!("../../../data/id/metonyms.tsv"));
    let metonyms = metonyms.filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect();
    let mut offices: WordMap<Vec<&str>> = WordMap::default();
    for row in rows(include_str!("../../../data/id/offices.tsv")) {
        let [short, words] = row[..] else { continue };
        offices.or_default(short).push(words);
    }
    let cues = cues();
    Grammar {
        verbs: Verbs::new(&cues),
        cues,
        roles: roles(),
        metonyms,
        offices,
        is_verb: Some(is_verb),
        is_agent: Some(is_agent),
        clitic: "nya",
    }
}

const FORMS: [(usize, Forms); 6] = [
    (1, Forms::BARE),
    (2, Forms::CLITIC),
    (3, Forms::ACTIVE),
    (4, Forms::PASSIVE),
    (5, Forms::HEADLINE),
    (6, Forms::NOUN),
];

fn cues() -> WordMap<Cue> {
    let mut cues: WordMap<Cue> = WordMap::default();
    for row in rows(include_str!("../../../data/id/reporting-verbs.tsv")) {
        let column = |at: usize| row.get(at).copied().unwrap_or_default();
        let cue = Cue { forms: Forms::default(), tier: tier(column(8)), act: act(column(7)), takes: takes(column(9)) };
        let is_preposition = column(7) == "according";
        for (at, form) in FORMS {
            let form = if is_preposition { Forms::PREPOSITION } else { form };
            for word in column(at).split(',').filter(|word| !word.is_empty() && *word != "-") {
                let entry = cues.or_insert(word, cue);
                entry.forms = entry.forms.with(form);
                if form == Forms::PASSIVE {
                    let forms = form.with(Forms::CLITIC);
                    cues.or_insert(&format!("{word}nya"), Cue { forms, ..cue });
                }
            }
            if is_preposition {
                let cue = Cue { forms: Forms::PREPOSITION, ..cue };
                *cues.or_insert(&format!("{}nya", column(0)), cue) = cue;
            }
        }
    }
    cues
}

fn takes(name: &str) -> Takes {
    match name {
        "clause" => Takes::Clause,
        "subject" => Takes::Subject,
        "marked" => Takes::Marked,
        "doubled" => Takes::Doubled,
        _ => Takes::Any,
    }
}

fn tier(name: &str) -> Tier {
    match name {
        "core" => Tier::Core,
        "extended" => Tier::Extended,
        "medium" => Tier::Medium,
        _ => Tier::None,
    }
}

fn act(class: &str) -> SpeechAct {
    match class {
        "deny" => SpeechAct::Deny,
        "ask" => SpeechAct::Ask,
        "direct" => SpeechAct::Request,
        "commit" => SpeechAct::Promise,
        "warn" => SpeechAct::Warn,
        "accuse" => SpeechAct::Accuse,
        "judge" | "opine" => SpeechAct::Judge,
        "belief" | "wish" => SpeechAct::Believe,
        _ => SpeechAct::Assert,
    }
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "accuser" => Role::Accuser,
        "addressee" => Role::Addressee,
        "adjunct" => Role::Adjunct,
        "adverb" => Role::Adverb,
        "agent" => Role::Agent,
        "apology" => Role::Apology,
        "concession" => Role::Concession,
        "likeness" => Role::Likeness,
        "occasion" => Role::Occasion,
        "office" => Role::Office,
        "purpose" => Role::Purpose,
        "anaphor" => Role::Anaphor,
        "collective" => Role::Collective,
        "accused" => Role::Accused,
        "called" => Role::Called,
        "charge" => Role::Charge,
        "complementiser" => Role::Complementiser,
        "complementiser_weak" => Role::ComplementiserWeak,
        "conjunction" => Role::Conjunction,
        "coordinator" => Role::Coordinator,
        "demonstrative" => Role::Demonstrative,
        "determiner" => Role::Determiner,
        "document" => Role::Document,
        "existential" => Role::Existential,
        "exclusion" => Role::Exclusion,
        "matter" => Role::Matter,
        "modal" => Role::Modal,
        "naming" => Role::Naming,
        "negation" => Role::Negation,
        "plain" => Role::Plain,
        "subordinator" => Role::Subordinator,
        "predicate" => Role::Predicate,
        "pronoun_plural" => Role::PronounPlural,
        "pronoun_singular" => Role::PronounSingular,
        "quoting" => Role::Quoting,
        "institution" => Role::Institution,
        "no_source" => Role::NoSource,
        "relational" => Role::Relational,
        "relative" => Role::Relative,
        "role_noun" => Role::RoleNoun,
        "saying" => Role::Saying,
        "single" => Role::Single,
        "setting" => Role::Setting,
        "source" => Role::Source,
        "stop" => Role::Stop,
        "topic" => Role::Topic,
        _ => return None,
    })
}

const WORDS: &str = include_str!("../../../data/id/statement-words.tsv");

/// Words for people, bodies, kin and documents, and others that have the form of a verb and are none.
pub(super) fn nouns() -> impl Iterator<Item = &'static str> {
    const ROLES: [&str; 6] = ["plain", "role_noun", "collective", "institution", "relational", "document"];
    rows(WORDS)
        .filter(|row| ROLES.contains(&row[0]))
        .filter_map(|row| row.get(1).copied())
        .flat_map(|words| words.split(' '))
}

fn roles() -> WordMap<Roles> {
    let mut roles: WordMap<Roles> = WordMap::default();
    for row in rows(WORDS) {
        let [name, words] = row[..] else { continue };
        let Some(role) = role(name) else { continue };
        for word in words.split(' ') {
            roles.or_default(word).add(role);
        }
    }
    roles
}

/// Whether a word carries a verb's prefix. Nouns with the same letters ("media") are few and do little harm.
pub(super) fn is_verb(word: &str) -> bool {
    const PREFIXES: [&str; 7] = ["mem", "men", "ber", "di", "ter", "mel", "mer"];
    word.len() > 5 && PREFIXES.iter().any(|prefix| word.starts_with(prefix))
}

/// Whether a word is formed like "penyanyi" or "olahragawan"; with "-an" the same beginning makes a thing ("penyanyian").
fn is_agent(word: &str) -> bool {
    let doer = word.starts_with("pe") && !word.ends_with("an");
    word.len() > 5 && (doer || word.ends_with("wan") || word.ends_with("wati"))
}

#[cfg(test)]
mod tests {
    use super::{grammar, role};
    use crate::lang::id::rows;
    use crate::statement::grammar::Forms;

    #[test]
    fn verbs_are_known_by_their_forms() {
        let cues = grammar().cues;
        for (word, form) in [
            ("kata", Forms::BARE),
            ("tuturnya", Forms::CLITIC),
            ("mengatakan", Forms::ACTIVE),
            ("diungkapkan", Forms::PASSIVE),
            ("klaim", Forms::HEADLINE),
            ("menurut", Forms::PREPOSITION),
        ] {
            assert!(cues.get(word).is_some_and(|cue| cue.forms.any(form)), "{word}");
        }
    }

    #[test]
    fn every_role_of_the_list_is_known() {
        for row in rows(include_str!("../../../data/id/statement-words.tsv")) {
            assert!(role(row[0]).is_some(), "{}", row[0]);
        }
    }
}
