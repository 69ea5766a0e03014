//! What the reader should be told.

use yew::prelude::*;

use crate::state::Notice;
use crate::words::Language;

/// What the notices need.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to tell.
    pub notices: Vec<Notice>,
    /// Language of the interface.
    pub language: Language,
    /// Told the number of the one that was read.
    pub ondismiss: Callback<usize>,
}

/// The notices, newest last.
#[component(Notices)]
pub fn notices(props: &Props) -> Html {
    let one = |(index, notice): (usize, &Notice)| {
        let onclick = props.ondismiss.reform(move |_| index);
        html! {
            <li key={props.language.notice(notice)}>
                <span>{ props.language.notice(notice) }</span>
                <button type="button" class="icon" aria-label={props.language.close()} {onclick}>{ "×" }</button>
            </li>
        }
    };
    html! { <ul class="notices" role="status" data-testid="notices">{ for props.notices.iter().enumerate().map(one) }</ul> }
}
