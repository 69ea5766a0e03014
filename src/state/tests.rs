//! The reducer, one sequence of actions a test.

use silang_core::facts::{At, Facts};

use crate::engine::protocol::{Compared, Request, Source};
use crate::library::Origin;
use crate::route::Route;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::{Notice, Phase};

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.to_owned(), ..Source::default() }
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
    state = state.after(Action::Analyzed(facts("a")));
    assert_eq!(state.wanted(), [["a".to_owned()]]);
    state = state.after(Action::Compared(vec!["a".to_owned()], Compared::default()));
    assert_eq!((state.phase(), state.wanted()), (Phase::Ready, Vec::new()));
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
        Action::Analyzed(facts("good")),
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
