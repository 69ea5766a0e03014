//! Everything that can happen.

use silang_core::facts::{At, Facts};

use crate::corrections::{Correction, Moved};
use crate::engine::protocol::{Compared, Hit, Listed, Request, Source};
use crate::layout::MarkRef;
use crate::library::Origin;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::parts::{Filter, Notice, Sheet, Tab, Theme};
use crate::view::layer::Layer;
use crate::words::Language;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// An article came.
    Add(Source, Origin),
    /// An article goes.
    Remove(String),
    /// The site's own articles go out of the way, or come back.
    Alone(bool),
    /// The article of this notice comes back.
    Restore(usize),
    /// All first articles are here.
    Listed,
    /// Articles were read.
    Analyzed(Vec<Facts>),
    /// Of the articles of these names, which the page had let go of, these came back.
    Opened(Vec<String>, Vec<(Source, Facts)>),
    /// All articles were grouped by event, some of them moved to other events.
    Grouped(Vec<String>, Vec<Moved>, Vec<Vec<String>>),
    /// This was searched for, and stands there; so many articles that may have it were not looked into.
    Found(String, Vec<Hit>, usize),
    /// This file of lines of the site's pack was listed, and those in which these articles are.
    Shelved(usize, Vec<String>, Listed),
    /// The worker that kept what was read died.
    Lost,
    /// Of the list of articles these parts are in view, or near.
    Near(usize, usize),
    /// Articles were compared, some of them moved to other events.
    Compared(Vec<String>, Vec<Moved>, Compared),
    /// What is looked at first of a comparison is on the screen: the rest may come.
    Unfold,
    /// The worker died over this.
    Crashed(Option<Request>),
    /// The worker can't be started.
    Broken,
    /// Tell the reader.
    Tell(Notice),
    /// The reader has seen it.
    Dismiss(usize),
    /// The reader has seen all.
    DismissAll,
    /// Open the article of this text.
    Find(String),
    /// Another view.
    Go(Route),
    /// Show a place of an article.
    Show(String, At),
    /// Switch a layer on or off.
    Toggle(Layer),
    /// Clean text; and all layers again.
    Clean,
    /// Close what is open, the uppermost first.
    Escape,
    /// Open a mark's card and show the mark.
    Visit(MarkRef),
    /// Open a mark's card, or close it.
    Focus(Option<MarkRef>),
    /// Tick or untick an article for comparing.
    Pick(String),
    /// Open a list.
    Tab(Tab),
    /// Language of the interface.
    Language(Language),
    /// Light or dark.
    Theme(Theme),
    /// Lay something over the page, or take it away.
    Sheet(Option<Sheet>),
    /// The reader sets something right.
    Correct(Correction),
    /// The reader takes a correction back.
    TakeBack(usize),
    /// The reader takes the last change of the corrections back.
    Undo,
    /// The reader makes it again.
    Redo,
    /// These came with a project.
    Join(Vec<Correction>),
    /// These articles the browser keeps.
    Articles(Vec<Source>),
    /// When these were the corrections here, the browser came to keep the others.
    Corrections(Shared<Vec<Correction>>, Vec<Correction>),
    /// The browser keeps these articles now.
    Kept(Vec<Source>),
    /// Something of the reader's own has changed at this time (ms) and is in no exported file.
    Touched(Option<u64>),
    /// So many of so many files are taken in; none when all are.
    Taking(Option<(usize, usize)>),
    /// What was not read yet need not be.
    Cancel,
    /// Search.
    Search(String),
    /// Search further in the site's pack.
    Deeper,
    /// Go so many hits on.
    Step(isize),
    /// Go so many marks on.
    Walk(isize),
    /// Open the card of the mark that was walked to.
    Enter,
    /// Show the other of the two articles where there is room for one only.
    Flip,
    /// Scroll the two articles side by side together, or each alone.
    Lock,
    /// Show these lines of the matrix.
    Filter(Filter),
    /// Lay an utterance's other wordings against this one.
    Base(usize, usize),
    /// Show the dates of this article only, or of all.
    Only(Option<String>),
    /// Lay these two articles side by side.
    Sides([usize; 2]),
}

impl Action {
    /// Whether the reader goes on to something else, so that what only told of the last thing may go.
    pub fn is_going_on(&self) -> bool {
        matches!(
            self,
            Self::Go(_)
                | Self::Show(..)
                | Self::Visit(_)
                | Self::Focus(Some(_))
                | Self::Correct(_)
                | Self::Undo
                | Self::Redo
                | Self::Search(_)
                | Self::Taking(Some(_))
        )
    }
}
