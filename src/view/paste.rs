//! A field to paste an article into.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::words::Language;

/// What the field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Language of the interface.
    pub language: Language,
    /// Told the text, or nothing when the reader goes back.
    pub ondone: Callback<Option<String>>,
}

/// The field.
#[component(Paste)]
pub fn paste(props: &Props) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // Without focus the reader clicks into the field.
                let _ = field.focus();
            }
        });
    }
    let take = {
        let field = field.clone();
        props.ondone.reform(move |_| Some(field.cast::<HtmlTextAreaElement>()?.value()))
    };
    let leave = props.ondone.reform(|_| None);
    html! {
        <div class="sheet" role="dialog" aria-modal="true" aria-label={props.language.paste_text()}>
            <h2>{ props.language.paste_text() }</h2>
            <p>{ props.language.paste_hint() }</p>
            <textarea ref={field} rows="14" data-testid="paste" aria-label={props.language.paste_text()} />
            <div class="actions">
                <button type="button" class="button" onclick={leave}>{ props.language.cancel() }</button>
                <button type="button" class="button primary" data-testid="paste-add" onclick={take}>{ props.language.add() }</button>
            </div>
        </div>
    }
}
