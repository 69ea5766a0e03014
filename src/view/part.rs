//! Parts of the page that are shown again only when they change.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

/// Data that knows how it is shown.
pub trait Show: PartialEq + 'static {
    /// How it is shown; pure.
    fn show(&self) -> Html;
}

trait AnyShow {
    fn show(&self) -> Html;
    fn same(&self, other: &dyn AnyShow) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<T: Show> AnyShow for T {
    fn show(&self) -> Html {
        Show::show(self)
    }

    fn same(&self, other: &dyn AnyShow) -> bool {
        other.any().downcast_ref::<T>() == Some(self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone, Properties)]
struct Props {
    what: Rc<dyn AnyShow>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.what.same(&*other.what)
    }
}

/// The one component behind all parts: a component of its own for each would cost the page 4 kB each.
struct Part;

impl Component for Part {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().what.show()
    }
}

/// Shows `what`, now and whenever it is no longer the same.
pub fn part(what: impl Show) -> Html {
    html! { <Part what={Rc::new(what) as Rc<dyn AnyShow>} /> }
}

/// The same in a list, where each has a key.
pub fn keyed(key: impl Into<Key>, what: impl Show) -> Html {
    html! { <Part key={key.into()} what={Rc::new(what) as Rc<dyn AnyShow>} /> }
}
