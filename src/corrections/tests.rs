//! Each correction, on an article and on a comparison.

use silang_core::compare::Role;
use silang_core::entity::mention::EntityKind;
use silang_core::facts::{EntityFact, Facts, MomentFact, MomentItem};
use silang_core::{Article as Text, Language, analyze};

use crate::corrections::comparison::place;
use crate::corrections::{About, Correction, Place, apply, apply_to_comparison};
use crate::engine::protocol::{Compared, Source, Wording};
use crate::library::{Article, Library, Origin};

const TEXT: &str = "Banjir\n\nBANDUNG, Senin (3/3/2025) – “Air naik,” kata Joko Widodo di Bandung. \
    Joko Widodo pergi ke Bandung kemarin. “Air surut,” kata Widodo.\n";

fn facts() -> Facts {
    Facts::from(&analyze(&Language::indonesian(), &Text::new("a", TEXT)))
}

fn with(correction: Correction) -> Facts {
    apply(&facts(), &[correction])
}

fn names(facts: &Facts) -> Vec<&str> {
    facts.mentions.iter().map(|mention| mention.entity.as_str()).collect()
}

fn owned(text: &str) -> String {
    text.to_owned()
}

#[test]
fn names_are_dropped_renamed_split_and_of_another_kind() {
    let all = names(&facts()).len();
    let person = owned("Joko Widodo");
    assert!(names(&facts()).contains(&person.as_str()), "{:?}", names(&facts()));
    let renamed = with(Correction::Rename(person.clone(), owned("Jokowi")));
    assert_eq!((names(&renamed).len(), names(&renamed).contains(&"Joko Widodo")), (all, false));
    assert!(!names(&with(Correction::NotAName(person.clone()))).contains(&"Joko Widodo"));
    let split = with(Correction::Split(person.clone(), owned("Widodo")));
    let own = split.mentions.iter().filter(|mention| mention.entity == "Widodo");
    assert!(own.map(|mention| mention.text.as_str()).eq(["Widodo"]));
    let kind = with(Correction::Kind(owned("Bandung"), EntityKind::Organization));
    assert!(kind.mentions.iter().all(|m| (m.entity == "Bandung") == (m.kind == EntityKind::Organization)));
}

#[test]
fn statements_get_another_speaker_or_go() {
    let fixed = with(Correction::Speaker(owned("Air naik,"), owned("Siti")));
    assert!(fixed.statements.iter().any(|said| said.text == "Air naik," && said.speaker == "Siti" && said.sure));
    let gone = with(Correction::NotSaid(owned("Air naik,")));
    assert!(gone.statements.len() + 1 == facts().statements.len());
}

#[test]
fn a_time_is_corrected_at_its_place_or_everywhere() {
    let start = TEXT.find("kemarin").unwrap();
    let value = |facts: &Facts| facts.times.iter().find(|time| time.text == "kemarin").map(|time| time.value.clone());
    let at = |doc: &str| Some(Place { doc: owned(doc), start });
    let when = |place| with(Correction::When(owned("kemarin"), owned("2025-03-01"), place));
    assert_eq!(value(&facts()).as_deref(), Some("2025-03-02"));
    assert_eq!(value(&when(at("a"))).as_deref(), Some("2025-03-01"));
    assert_eq!(value(&when(at("b"))).as_deref(), Some("2025-03-02"));
    let all = when(None);
    let time = all.times.iter().find(|time| time.text == "kemarin").unwrap();
    assert_eq!((time.value.as_str(), time.why.as_str(), time.sure), ("2025-03-01", "reader", true));
    assert!(time.interval.is_some());
}

#[test]
fn only_dates_of_the_calendar_are_sound() {
    let when = |value: &str| Correction::When(owned("kemarin"), owned(value), None).is_sound();
    assert!(when("2024-02-29") && when("2022-02") && when("2022-02-01/2022-02-03"));
    assert!(!when("2023-02-29") && !when("besok") && !when(""));
    assert!(!Correction::Rename(owned("a"), owned("a")).is_sound());
}

#[test]
fn a_correction_comes_back_from_its_words() {
    let place = Place { doc: owned("a, b.txt"), start: 7 };
    for correction in [
        Correction::NotAName(owned("x")),
        Correction::Rename(owned("x"), owned("y")),
        Correction::Kind(owned("x"), EntityKind::Location),
        Correction::Split(owned("x"), owned("y")),
        Correction::Speaker(owned("x"), owned("y")),
        Correction::NotSaid(owned("x")),
        Correction::When(owned("x"), owned("2022"), None),
        Correction::When(owned("x"), owned("2022"), Some(place)),
        Correction::Move(owned("x"), None),
        Correction::Move(owned("x"), Some(owned("y"))),
        Correction::About(About { doc: owned("x"), outlet: owned("y"), ..About::default() }),
    ] {
        assert_eq!(Correction::from_fields(&correction.fields()), Some(correction));
    }
    assert_eq!(Correction::from_fields(&[owned("Unknown"), owned("x")]), None);
}

#[test]
fn a_comparison_is_set_right_too() {
    let source =
        |name: &str| Source { name: owned(name), text: ["Adi Budi Senin", name].concat().into(), ..Source::default() };
    let mut library = Library::default();
    ["a", "b"].into_iter().for_each(|name| library.push(Article::new(source(name), Origin::New)));
    let words = |start, end| vec![place("a", start, end), place("b", start, end)];
    let mut found = Compared::default();
    found.facts.entities = vec![EntityFact {
        name: owned("Adi Budi"),
        kind: EntityKind::Person,
        mentions: [words(0, 3), words(4, 8)].concat(),
    }];
    found.facts.timeline = ["2022-02-01", "2022-02-03"].map(|value| moment(value, "a")).to_vec();
    found.facts.statements = vec![words(0, 3), vec![place("a", 0, 3), place("b", 4, 8), place("a", 9, 14)]];
    found.wordings = vec![Wording { utterance: 1, base: 1, other: 2, words: vec![] }];
    let corrections = [
        Correction::Split(owned("Adi Budi"), owned("Budi")),
        Correction::NotSaid(owned("Adi")),
        Correction::When(owned("Senin"), owned("2022-02-09"), None),
    ];
    apply_to_comparison(&mut found, &|place| library.text(place), &corrections);
    let entities: Vec<_> = found.facts.entities.iter().map(|e| (e.name.as_str(), e.mentions.len())).collect();
    assert_eq!(entities, [("Adi Budi", 2), ("Budi", 2)]);
    assert_eq!(found.facts.statements, [[place("b", 4, 8), place("a", 9, 14)]]);
    assert_eq!(found.wordings, [Wording { utterance: 0, base: 0, other: 1, words: vec![] }]);
    let moments: Vec<_> = found.facts.timeline.iter().map(|m| (m.value.as_str(), m.items.len())).collect();
    assert_eq!(moments, [("2022-02-09", 2)]);
}

fn moment(value: &str, doc: &str) -> MomentFact {
    MomentFact { value: owned(value), items: vec![MomentItem { place: place(doc, 9, 14), role: Role::Happened }] }
}
