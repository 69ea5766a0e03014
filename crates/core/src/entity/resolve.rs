//! One entity for all the forms of its name inside an article.

use std::collections::HashMap;

use crate::entity::mention::{Entity, EntityId, EntityKind, Mention};
use crate::entity::name::{canonical_key, is_part};
use crate::entity::{Entities, Grammar};
use crate::text::document::Document;

/// A name of the article and the key it is known by.
struct Form {
    kind: EntityKind,
    key: String,
    /// The written name, or the full one the language knows.
    name: String,
    first: usize,
    group: usize,
}

/// Joins mentions that name the same thing.
pub fn resolve(grammar: &Grammar, document: &Document, mut mentions: Vec<Mention>) -> Entities {
    let told = abbreviations_told(grammar, document, &mentions);
    let mut forms: Vec<Form> = Vec::new();
    let mut index: HashMap<(EntityKind, String), usize> = HashMap::new();
    let mut form_of = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate() {
        let written = document.slice(mention.span);
        let name = told.get(&(mention.kind, written)).copied().unwrap_or(written);
        let key = canonical_key(grammar, name);
        let next = forms.len();
        let form = *index.entry((mention.kind, key.clone())).or_insert(next);
        if form == next {
            let name = grammar.aliases.full(name).unwrap_or(name).to_owned();
            forms.push(Form { kind: mention.kind, key, name, first: at, group: next });
        }
        form_of.push(form);
    }
    join_people(&mut forms);
    number(&mut mentions, &forms, &form_of)
}

/// Abbreviations that the text itself explains: "NAME (ABBR)".
fn abbreviations_told<'a>(
    grammar: &Grammar,
    document: &'a Document,
    mentions: &[Mention],
) -> HashMap<(EntityKind, &'a str), &'a str> {
    let mut told = HashMap::new();
    for pair in mentions.windows(2) {
        let [full, short] = pair else { continue };
        let between = crate::text::span::Span::new(full.span.end(), short.span.start());
        let after = document.text().as_bytes().get(short.span.end());
        let name = document.slice(short.span);
        if full.kind == short.kind
            && document.slice(between).trim() == "("
            && after == Some(&b')')
            && grammar.aliases.full(document.slice(full.span)).is_none()
        {
            told.entry((full.kind, name)).or_insert(document.slice(full.span));
        }
    }
    told
}

/// Joins the short names of people to the fullest name that holds them, the nearest before first.
fn join_people(forms: &mut [Form]) {
    let mut people: Vec<usize> = (0..forms.len()).filter(|&i| forms[i].kind == EntityKind::Person).collect();
    people.sort_by_key(|&i| std::cmp::Reverse(forms[i].key.split(' ').count()));
    for (done, &short) in people.iter().enumerate() {
        let words: Vec<&str> = forms[short].key.split(' ').collect();
        let holds = |&&full: &&usize| {
            let whole: Vec<&str> = forms[full].key.split(' ').collect();
            is_part(&words, &whole)
        };
        let distance = |&&full: &&usize| forms[full].first.abs_diff(forms[short].first);
        let best = people[..done].iter().filter(holds).min_by_key(distance).copied();
        if let Some(full) = best {
            forms[short].group = forms[full].group;
        }
    }
}

fn number(mentions: &mut Vec<Mention>, forms: &[Form], form_of: &[usize]) -> Entities {
    let mut ids: HashMap<usize, EntityId> = HashMap::new();
    let mut entities: Vec<Entity> = Vec::new();
    for (mention, &form) in mentions.iter_mut().zip(form_of) {
        let group = forms[form].group;
        mention.entity = *ids.entry(group).or_insert_with(|| {
            entities.push(Entity { name: forms[group].name.clone(), kind: forms[group].kind });
            EntityId(entities.len() as u32 - 1)
        });
    }
    Entities { mentions: std::mem::take(mentions), entities }
}
