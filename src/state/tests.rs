//! The reducer, one sequence of actions a test.

use silang_core::entity::mention::EntityKind;
use silang_core::facts::{At, DocAt, Facts, MentionFact};
use silang_wire::shelf::Line;

use crate::corrections::{About, Correction};
use crate::engine::protocol::{Compared, Hit, Listed, MANY, Request, Source};
use crate::layout::MarkRef;
use crate::library::Origin;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::{Notice, Phase};
use crate::state::shelf::Shelf;

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.into(), ..Source::default() }
}

fn facts(name: &str) -> Facts {
    Facts { doc: name.to_owned(), ..Facts::default() }
}

fn run(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), State::after)
}

#[test]
fn is_ready_when_all_is_read_and_compared() {
    let mut state = run([Action::Add(source("a", "teks"), Origin::Seed)]);
    assert_eq!(state.phase(), Phase::Loading);
    state = state.after(Action::Listed);
    assert_eq!((state.phase(), state.wanted()), (Phase::Working, Vec::new()));
    state = state.after(Action::Analyzed(vec![facts("a")]));
    assert_eq!(state.wanted(), [["a".to_owned()]]);
    state = state.after(Action::Compared(vec!["a".to_owned()], vec![], Compared::default()));
    assert_eq!((state.phase(), state.wanted()), (Phase::Ready, Vec::new()));
}

#[test]
fn moving_an_article_makes_the_comparison_anew_and_is_undone() {
    let docs = || vec!["a".to_owned()];
    let made = |state: State, moves| state.after(Action::Compared(docs(), moves, Compared::default()));
    let ready = made(
        run([Action::Add(source("a", "teks"), Origin::Seed), Action::Listed, Action::Analyzed(vec![facts("a")])]),
        vec![],
    );
    let moved = ready.after(Action::Correct(Correction::Move("a".to_owned(), None)));
    assert_eq!(moved.wanted(), [docs()]);
    let late = made(moved, vec![]);
    assert_eq!(late.wanted(), [docs()], "an answer from before the move is none");
    let done = made(late, vec![("a".to_owned(), None)]);
    assert_eq!(done.phase(), Phase::Ready);
    assert_eq!(done.after(Action::Undo).wanted(), [docs()]);
}

#[test]
fn nothing_is_compared_while_files_are_taken_in() {
    let taking = run([
        Action::Add(source("a", "teks"), Origin::New),
        Action::Listed,
        Action::Taking(Some((1, 2))),
        Action::Analyzed(vec![facts("a")]),
    ]);
    assert_eq!((taking.phase(), taking.wanted()), (Phase::Working, Vec::new()));
    assert_eq!(taking.after(Action::Taking(None)).wanted(), [["a".to_owned()]]);
}

#[test]
fn the_same_text_twice_is_told_and_the_same_name_twice_is_numbered() {
    let state = run([
        Action::Add(source("a.txt", "satu"), Origin::New),
        Action::Add(source("b.txt", "satu"), Origin::New),
        Action::Add(source("a.txt", "dua"), Origin::New),
    ]);
    let names: Vec<_> = state.library.articles.iter().map(|article| article.source.name.as_str()).collect();
    assert_eq!(names, ["a.txt", "a (2).txt"]);
    assert_eq!(state.notices, [Notice::Repeated("b.txt".to_owned(), "a.txt".to_owned())]);
}

#[test]
fn a_crash_names_its_article_and_leaves_the_others() {
    let bad = source("bad", "x");
    let state = run([
        Action::Add(bad.clone(), Origin::New),
        Action::Add(source("good", "y"), Origin::New),
        Action::Listed,
        Action::Crashed(Some(Request::Analyze(bad))),
        Action::Analyzed(vec![facts("good")]),
    ]);
    assert_eq!(state.notices, [Notice::Crashed("bad".to_owned())]);
    assert_eq!(state.wanted(), [["good".to_owned()]]);
}

#[test]
fn jumping_opens_the_article_and_counts() {
    let state = run([
        Action::Show("a".to_owned(), At { start: 3, end: 5 }),
        Action::Show("a".to_owned(), At { start: 3, end: 5 }),
    ]);
    assert_eq!(state.route, Route::Read(Some("a".to_owned())));
    assert_eq!(state.jump.map(|jump| jump.serial), Some(2));
}

/// So many articles that the page keeps the facts of few; all are read, and kept by the browser.
fn many() -> State {
    let name = |number: usize| format!("a{number}");
    let sources: Vec<Source> = (0..=MANY).map(|number| source(&name(number), &format!("teks {number}"))).collect();
    let add = sources.iter().map(|source| Action::Add(source.clone(), Origin::New));
    let read = Action::Analyzed((0..=MANY).map(|number| facts(&name(number))).collect());
    run(add.chain([Action::Listed, read, Action::Kept(sources.clone())]))
}

fn is_here(state: &State, name: &str) -> (bool, bool) {
    state.library.get(name).map(|article| (article.is_here(), article.facts.is_some())).unwrap()
}

#[test]
fn of_many_articles_only_what_is_looked_at_stays() {
    let state = many();
    assert!(state.library.settled());
    assert_eq!((is_here(&state, "a0"), is_here(&state, "a7")), ((true, true), (false, false)));
    let state = state.after(Action::Go(Route::Read(Some("a7".to_owned()))));
    assert_eq!((state.looked_at(), is_here(&state, "a0")), (vec!["a7".to_owned()], (false, false)));
    let state = state.after(Action::Opened(vec!["a7".to_owned()], vec![(source("a7", "teks 7"), facts("a7"))]));
    assert_eq!(is_here(&state, "a7"), (true, true));
}

#[test]
fn what_no_one_else_keeps_stays() {
    let unkept = many().after(Action::Add(source("b", "lain"), Origin::New)).after(Action::Analyzed(vec![facts("b")]));
    assert_eq!(is_here(&unkept, "b"), (true, false), "its text, not its facts");
}

#[test]
fn of_many_articles_the_events_are_the_whole_and_one_of_them_is_compared() {
    let docs = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let state = many().after(Action::Go(Route::Read(Some("a3".to_owned()))));
    let all = state.library.read();
    assert_eq!(state.wanted(), std::slice::from_ref(&all));
    let events = vec![docs(&["a3", "a5"])];
    let state = state.after(Action::Grouped(all, vec![], events));
    assert_eq!((state.phase(), state.wanted()), (Phase::Ready, vec![docs(&["a3", "a5"])]));
    let state = state.after(Action::Compared(docs(&["a3", "a5"]), vec![], Compared::default()));
    assert!(state.wanted().is_empty());
}

#[test]
fn what_a_worker_took_along_comes_back_from_where_it_is_kept() {
    let lost = many().after(Action::Lost);
    assert_eq!(is_here(&lost, "a7"), (false, false));
    let kept = (0..=MANY).map(|number| source(&format!("a{number}"), &format!("teks {number}"))).collect();
    let state = lost.after(Action::Articles(kept));
    assert!(state.library.articles.iter().all(|article| article.is_here() && !article.settled()));
}

#[test]
fn what_no_worker_gives_back_has_failed() {
    let state = many().after(Action::Opened(vec!["a7".to_owned()], vec![]));
    assert!(state.library.get("a7").is_some_and(|article| article.failed));
}

#[test]
fn a_step_waits_for_what_is_searched_for() {
    let hit = |doc: &str| Hit {
        place: DocAt { doc: doc.to_owned(), at: At { start: 0, end: 3 } },
        words: vec![],
        outlet: String::new(),
    };
    let state = article().after(Action::Search("Ani".to_owned())).after(Action::Step(1));
    assert_eq!(state.jump, None);
    let late = state.clone().after(Action::Found("An".to_owned(), vec![hit("a")], 0));
    assert_eq!(late.jump, None, "an answer to what was asked before");
    let state = state.after(Action::Found("Ani".to_owned(), vec![hit("a")], 0));
    assert_eq!((state.hit, state.jump.map(|jump| jump.at.end)), (Some(0), Some(3)));
}

fn named(entity: &str, start: usize) -> MentionFact {
    MentionFact {
        at: At { start, end: start + entity.len() },
        text: entity.to_owned(),
        kind: EntityKind::Person,
        entity: entity.to_owned(),
        why: "model".to_owned(),
        sure: true,
    }
}

/// An article that names Ani and Budi.
fn article() -> State {
    let mentions = vec![named("Ani", 0), named("Budi", 4)];
    run([
        Action::Add(source("a", "Ani Budi"), Origin::New),
        Action::Listed,
        Action::Analyzed(vec![Facts { mentions, ..facts("a") }]),
    ])
}

fn names(state: &State) -> Vec<String> {
    let facts = state.library.get("a").and_then(|article| article.facts.clone());
    facts.iter().flat_map(|facts| facts.mentions.iter().map(|mention| mention.entity.clone())).collect()
}

fn rename(to: &str) -> Action {
    Action::Correct(Correction::Rename("Ani".to_owned(), to.to_owned()))
}

#[test]
fn corrections_are_undone_redone_and_removed() {
    let mut state = article().after(rename("Sari"));
    assert_eq!(names(&state), ["Sari", "Budi"]);
    state = state.after(Action::Undo);
    assert_eq!(names(&state), ["Ani", "Budi"]);
    state = state.after(Action::Redo);
    assert_eq!(names(&state), ["Sari", "Budi"]);
    state = state.after(Action::TakeBack(0)).after(Action::Undo);
    assert_eq!(names(&state), ["Sari", "Budi"]);
}

#[test]
fn corrections_hold_for_articles_added_later() {
    let state = article().after(rename("Sari"));
    let later = Facts { mentions: vec![named("Ani", 3)], ..facts("b") };
    let state = state.after(Action::Add(source("b", "Di Ani"), Origin::New)).after(Action::Analyzed(vec![later]));
    let facts = state.library.get("b").and_then(|article| article.facts.clone()).unwrap();
    assert_eq!(facts.mentions[0].entity, "Sari");
}

#[test]
fn an_article_described_anew_is_read_anew() {
    let outlet = |outlet: &str| {
        let about = About { doc: "a".to_owned(), outlet: outlet.to_owned(), ..About::default() };
        Action::Correct(Correction::About(about))
    };
    let state = article().after(outlet("Harian"));
    let asked = |state: &State| state.library.get("a").map(|article| (article.settled(), article.to_read().outlet));
    assert_eq!(asked(&state), Some((false, Some("Harian".to_owned()))));
    let state = state.after(Action::Analyzed(vec![facts("a")]));
    assert_eq!(asked(&state), Some((true, Some("Harian".to_owned()))));
    assert_eq!(asked(&state.after(Action::Undo)), Some((false, None)));
}

#[test]
fn a_correction_leaves_the_card_open_where_it_was() {
    let state = article().after(Action::Focus(Some(MarkRef::Mention(1))));
    let gone = state.clone().after(Action::Correct(Correction::NotAName("Ani".to_owned())));
    assert_eq!(gone.focus, Some(MarkRef::Mention(0)));
    assert_eq!(state.after(Action::Correct(Correction::NotAName("Budi".to_owned()))).focus, None);
}

#[test]
fn a_time_that_no_calendar_has_is_refused_and_told() {
    let when = |value: &str| Action::Correct(Correction::When("kemarin".to_owned(), value.to_owned(), None));
    let state = article().after(when("2022-02-30"));
    assert_eq!((state.refused.as_deref(), state.history.now.len()), (Some("2022-02-30"), 0));
    let state = state.after(when("2022-02-28"));
    assert_eq!((state.refused.as_deref(), state.history.now.len()), (None, 1));
}

#[test]
fn walking_shows_a_mark_and_enter_opens_its_card() {
    let state = article().after(Action::Walk(1)).after(Action::Walk(1));
    assert_eq!((state.cursor, state.focus), (Some(MarkRef::Mention(1)), None));
    let state = state.after(Action::Enter);
    assert_eq!(state.focus, Some(MarkRef::Mention(1)));
    assert_eq!(state.after(Action::Walk(-1)).focus, Some(MarkRef::Mention(0)));
}

fn kept(corrections: &[Correction], mine: &[Correction]) -> Action {
    Action::Corrections(Shared::new(mine.to_vec()), corrections.to_vec())
}

#[test]
fn another_tab_adds_removes_and_corrects() {
    let state = article().after(Action::Kept(vec![source("a", "Ani Budi")]));
    let other = || vec![source("b", "lain")];
    let both = [vec![source("a", "Ani Budi")], other()].concat();
    let state = state.after(Action::Articles(both)).after(kept(&[Correction::NotAName("Ani".to_owned())], &[]));
    assert_eq!((state.library.articles.len(), names(&state)), (2, vec!["Budi".to_owned()]));
    let state = state.after(Action::Articles(other()));
    assert!(state.library.get("a").is_none() && state.library.get("b").is_some());
    assert!(state.removed.is_empty(), "the other tab has removed it");
}

#[test]
fn what_is_not_kept_yet_survives_another_tab() {
    let state = article().after(rename("Sari")).after(Action::Articles(Vec::new())).after(kept(&[], &[]));
    assert_eq!(names(&state), ["Sari", "Budi"]);
}

#[test]
fn what_is_set_right_while_others_are_kept_is_set_right_beside_them() {
    let other = Correction::NotAName("Budi".to_owned());
    let state = article().after(rename("Sari")).after(kept(std::slice::from_ref(&other), &[]));
    assert_eq!((names(&state), state.history.now.len()), (vec!["Sari".to_owned()], 2));
    let undone = state.clone().after(Action::Undo);
    assert_eq!((names(&undone), &*undone.history.now), (vec!["Ani".to_owned()], &vec![other]));
    let both = state.history.now.clone();
    let late = undone.after(kept(&both, &both));
    assert_eq!(names(&late), ["Ani"], "what was undone meanwhile does not come back");
}

#[test]
fn two_articles_of_one_name_get_the_same_names_in_every_tab() {
    let (one, other) = (source("a", "satu"), source("a", "dua"));
    let seen = |first: &Source, second: &Source| {
        let state = run([Action::Add(first.clone(), Origin::New), Action::Articles(vec![second.clone()])]);
        let name = |source: &Source| {
            let article = state.library.articles.iter().find(|article| article.source.text == source.text);
            article.map(|article| article.source.name.clone())
        };
        (name(&one), name(&other))
    };
    assert_eq!(seen(&one, &other), seen(&other, &one));
}

#[test]
fn cancelling_drops_what_was_not_read_yet() {
    let state = article().after(Action::Taking(Some((1, 9)))).after(Action::Add(source("b", "belum"), Origin::New));
    let state = state.after(Action::Cancel);
    assert_eq!((state.library.articles.len(), state.taking), (1, None));
}

fn line(name: &str, event: Option<usize>) -> Line {
    Line { name: name.to_owned(), sum: source(name, name).sum(), event, ..Line::default() }
}

fn listed(lines: Vec<Line>) -> Listed {
    Listed { lines, shards: 3, articles: 9 }
}

/// A page of a site with a pack of three files of lines, the first of which is here.
fn shelved() -> State {
    let state = State { shelf: Some(Shelf::default()), ..State::default() };
    assert_eq!(state.to_list(), Some((0, vec![])));
    let first = ["a", "b"]
        .map(|name| line(name, Some(0)))
        .into_iter()
        .chain((0..40).map(|number| line(&format!("s{number}"), None)));
    state.after(Action::Shelved(0, vec![], listed(first.collect()))).after(Action::Listed)
}

#[test]
fn a_pack_is_listed_part_by_part_and_grouped_as_it_is() {
    let state = shelved();
    assert_eq!(
        (state.phase(), state.wanted(), state.to_list()),
        (Phase::Ready, vec![vec!["a".to_owned(), "b".to_owned()]], None)
    );
    assert_eq!(
        (state.event_of("a"), state.event_of("s1"), state.unlisted()),
        (vec!["a".to_owned(), "b".to_owned()], vec![], 9_usize.saturating_sub(42))
    );
    assert!(state.is_many() && state.looked_at() == ["a"]);
    let near = state.after(Action::Near(1, 3));
    assert_eq!(near.to_list(), Some((1, vec![])));
    let more = near.after(Action::Shelved(
        1,
        vec![],
        listed(vec![line("c", Some(1)), line("d", Some(1)), line("a", Some(0))]),
    ));
    assert_eq!((more.event_of("d"), more.library.articles.len()), (vec!["c".to_owned(), "d".to_owned()], 44));
    assert_eq!(more.phase(), Phase::Ready);
    let lost = more.after(Action::Lost);
    assert!(lost.library.settled(), "what is in the pack is not lost with a worker");
}

#[test]
fn an_article_that_is_not_listed_is_sought_once() {
    let far = shelved().after(Action::Go(Route::Read(Some("x".to_owned()))));
    assert_eq!(
        (far.phase(), far.open().is_none(), far.to_list()),
        (Phase::Working, true, Some((usize::MAX, vec!["x".to_owned()])))
    );
    let there = far.clone().after(Action::Shelved(usize::MAX, vec!["x".to_owned()], listed(vec![line("x", None)])));
    assert_eq!((there.open().map(|article| article.source.name.as_str()), there.to_list()), (Some("x"), None));
    let unknown = far.after(Action::Shelved(usize::MAX, vec!["x".to_owned()], listed(vec![])));
    assert_eq!(unknown.notices, [Notice::Missing("x".to_owned())]);
    assert_eq!((unknown.to_list(), unknown.open().map(|article| article.source.name.as_str())), (None, Some("a")));
    let both = shelved().after(Action::Go(Route::Compare(vec!["a".to_owned(), "x".to_owned()])));
    assert_eq!((both.compared_docs(), both.to_list().is_some()), (Vec::new(), true));
}

#[test]
fn an_article_of_the_pack_does_not_take_the_place_of_an_own_one() {
    let own = shelved()
        .after(Action::Add(source("c", "teks"), Origin::New))
        .after(Action::Add(source("own", "d"), Origin::New));
    let more =
        own.after(Action::Shelved(1, vec![], listed(vec![line("c", Some(1)), line("d", Some(1)), line("e", None)])));
    assert_eq!(more.notices, [Notice::Taken("c".to_owned())]);
    assert_eq!(more.library.get("c").map(|article| article.origin), Some(Origin::New));
    assert_eq!(
        (more.library.get("d").is_some(), more.library.get("e").is_some()),
        (false, true),
        "a text is here once"
    );
}

#[test]
fn own_articles_wait_for_those_of_the_pack_that_tell_their_event() {
    let state = shelved().after(Action::Add(source("own", "teks"), Origin::New));
    let state = state.after(Action::Analyzed(vec![facts("own")]));
    let events = [["a", "b"], ["d", "own"]].map(|event| event.map(str::to_owned).to_vec()).to_vec();
    let waiting = state.clone().after(Action::Grouped(state.library.read(), vec![], events));
    assert_eq!(waiting.to_list(), Some((usize::MAX, vec!["d".to_owned()])));
    let lines = listed(vec![line("c", Some(1)), line("d", Some(1)), line("e", None)]);
    let there = waiting.after(Action::Shelved(usize::MAX, vec!["d".to_owned()], lines));
    assert_eq!((there.to_list(), there.whole(), there.wanted()), (None, None, vec![there.library.read()]));
}

#[test]
fn what_is_written_out_is_what_is_compared_or_else_listed() {
    let state = shelved();
    assert_eq!(state.exported(), (state.to_export().len(), state.unlisted()));
    let both = state.after(Action::Go(Route::Compare(vec!["a".to_owned(), "b".to_owned()])));
    assert_eq!((both.to_export(), both.exported()), (vec!["a".to_owned(), "b".to_owned()], (2, 0)));
}

#[test]
fn of_a_comparison_just_made_the_first_view_is_shown_alone_until_it_is_on_the_screen() {
    let both = || vec!["a".to_owned(), "b".to_owned()];
    let state = shelved().after(Action::Go(Route::Compare(both())));
    let made = state.after(Action::Compared(both(), vec![], Compared::default()));
    assert!(made.folded && !made.clone().after(Action::Unfold).folded);
    let other = made.after(Action::Unfold).after(Action::Compared(vec!["a".to_owned()], vec![], Compared::default()));
    assert!(!other.folded, "it is not shown");
}

#[test]
fn a_search_is_under_way_until_its_answer_comes() {
    let asked = shelved().after(Action::Search("hujan".to_owned()));
    let found = |state: &State| state.clone().after(Action::Found("hujan".to_owned(), vec![], 7));
    assert!(asked.is_searching() && !found(&asked).is_searching());
    let deeper = found(&asked).after(Action::Deeper);
    assert!(deeper.is_searching() && !found(&deeper).is_searching());
}

#[test]
fn a_pack_that_cannot_be_read_is_no_pack() {
    let state = State { shelf: Some(Shelf::default()), ..State::default() };
    let other = state.after(Action::Crashed(Some(Request::List(0, vec![]))));
    assert_eq!((other.shelf.is_none(), other.notices.as_slice()), (true, &[Notice::OtherPack][..]));
    let near = shelved().after(Action::Near(1, 3));
    let (unlisted, before) = (near.after(Action::Shelved(1, vec![], Listed::default())), 42);
    assert_eq!((unlisted.to_list(), unlisted.library.articles.len()), (None, before));
}

#[test]
fn what_the_site_could_not_give_is_asked_for_again_when_it_is_opened_again() {
    let failed = shelved().after(Action::Opened(vec!["a".to_owned()], vec![]));
    assert!(failed.library.get("a").is_some_and(|article| article.failed));
    assert_eq!(failed.notices, [Notice::Missing("a".to_owned())]);
    let again = failed.after(Action::Go(Route::Read(Some("a".to_owned()))));
    assert!(again.library.get("a").is_some_and(|article| !article.failed));
}
