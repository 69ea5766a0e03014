//! What the reader set right: small rules, kept apart from what was found and applied to every article.

use serde::{Deserialize, Serialize};
use silang_core::facts::{ComparisonFacts, EntityFact, Facts};

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    /// This names nobody and nothing.
    NotAName(String),
    /// The first name is the second one's.
    Rename(String, String),
    /// These words were said by this speaker.
    Speaker(String, String),
}

/// The facts of an article, set right.
pub fn apply(facts: &Facts, corrections: &[Correction]) -> Facts {
    let mut facts = facts.clone();
    for correction in corrections {
        match correction {
            Correction::NotAName(name) => facts.mentions.retain(|mention| mention.entity != *name),
            Correction::Rename(from, to) => rename(&mut facts, from, to),
            Correction::Speaker(words, name) => {
                for statement in facts.statements.iter_mut().filter(|statement| statement.text == *words) {
                    statement.speaker.clone_from(name);
                    statement.sure = true;
                }
            }
        }
    }
    facts
}

fn rename(facts: &mut Facts, from: &str, to: &str) {
    let mentions = facts.mentions.iter_mut().map(|mention| &mut mention.entity);
    let speakers = facts.statements.iter_mut().map(|statement| &mut statement.speaker);
    for name in mentions.chain(speakers).filter(|name| *name == from) {
        to.clone_into(name);
    }
}

/// A comparison, set right: entities of one name become one.
pub fn apply_to_comparison(facts: &mut ComparisonFacts, corrections: &[Correction]) {
    for correction in corrections {
        match correction {
            Correction::NotAName(name) => facts.entities.retain(|entity| entity.name != *name),
            Correction::Rename(from, to) => merge(&mut facts.entities, from, to),
            Correction::Speaker(..) => {}
        }
    }
}

fn merge(entities: &mut Vec<EntityFact>, from: &str, to: &str) {
    let Some(at) = entities.iter().position(|entity| entity.name == from) else { return };
    match entities.iter().position(|entity| entity.name == to).filter(|&other| other != at) {
        Some(other) => {
            let mut moved = std::mem::take(&mut entities[at].mentions);
            entities[other].mentions.append(&mut moved);
            entities.remove(at);
        }
        None => to.clone_into(&mut entities[at].name),
    }
}

#[cfg(test)]
mod tests {
    use silang_core::facts::Facts;
    use silang_core::{Article, Language, analyze};

    use super::{Correction, apply};

    const TEXT: &str = "Banjir\n\n“Air naik,” kata Joko Widodo di Bandung. Joko Widodo pergi ke Bandung.\n";

    fn names(facts: &Facts) -> Vec<&str> {
        facts.mentions.iter().map(|mention| mention.entity.as_str()).collect()
    }

    #[test]
    fn corrections_apply_to_names_and_speakers() {
        let facts = Facts::from(&analyze(&Language::indonesian(), &Article::new("a", TEXT)));
        let all = names(&facts).len();
        let Some(first) = facts.mentions.first().map(|mention| mention.entity.clone()) else { panic!("no name found") };
        let renamed = apply(&facts, &[Correction::Rename(first.clone(), "Jokowi".to_owned())]);
        assert!(!names(&renamed).contains(&first.as_str()));
        assert_eq!(names(&renamed).len(), all);
        let dropped = apply(&facts, &[Correction::NotAName(first.clone())]);
        assert!(!names(&dropped).contains(&first.as_str()));
        for statement in &facts.statements {
            let fixed = apply(&facts, &[Correction::Speaker(statement.text.clone(), "Siti".to_owned())]);
            assert!(fixed.statements.iter().any(|other| other.text == statement.text && other.speaker == "Siti"));
        }
    }
}
