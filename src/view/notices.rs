//! What the reader should be told.

use yew::prelude::*;

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

impl Show for Notices {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let one = |(index, notice): (usize, &Notice)| {
            let told = language.notice(notice);
            html! { <li key={told.clone()}><span>{ told }</span>{ self.ui.sign("×", language.close(), Action::Dismiss(index)) }</li> }
        };
        let notices = self.notices.iter().enumerate().map(one);
        let all = (self.notices.len() > 2).then(|| self.ui.link(language.close_all(), "close-all", Action::DismissAll));
        html! { <div class="notices" role="status" data-testid="notices"><ul>{ for notices }</ul>{ all.unwrap_or_default() }</div> }
    }
}
