//! What the reader should be told.

use yew::prelude::*;

use crate::route::Route;
use crate::state::action::Action;
use crate::state::parts::Notice;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The notices, newest last.
#[derive(PartialEq)]
pub struct Notices {
    /// What to tell.
    pub notices: Vec<Notice>,
    /// Language and callbacks.
    pub ui: Ui,
}

impl Notices {
    /// What can be done about what a notice tells.
    fn offer(&self, index: usize, notice: &Notice) -> Option<Html> {
        let language = self.ui.language;
        match notice {
            Notice::Added(_, first) => {
                let route = Route::Read(Some(first.clone()));
                Some(html! { <a class="link" href={route.fragment()}>{ language.read() }</a> })
            }
            Notice::Removed(_) => Some(self.ui.link(language.undo(), "bring-back", Action::Restore(index))),
            Notice::Corrected => Some(self.ui.link(language.undo(), "undo-last", Action::Undo)),
            _ => None,
        }
    }
}

impl Show for Notices {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let one = |(index, notice): (usize, &Notice)| {
            let told = language.notice(notice);
            html! { <li key={told.clone()}><span>{ told }</span>{ for self.offer(index, notice) }{ self.ui.sign("×", language.close(), Action::Dismiss(index)) }</li> }
        };
        let notices = self.notices.iter().enumerate().map(one);
        let all = (self.notices.len() > 2).then(|| self.ui.link(language.close_all(), "close-all", Action::DismissAll));
        html! { <div class="notices" role="status" data-testid="notices"><ul>{ for notices }</ul>{ all.unwrap_or_default() }</div> }
    }
}
