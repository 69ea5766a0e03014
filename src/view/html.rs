//! `html!`: yew's language of templates, compiled to calls.
//!
//! yew's own macro writes the making of every element out in full, at each place; here a template is a walk that opens and
//! closes elements ([`Tree`]), which makes the program a sixteenth smaller. Left out is what no view needs: `if` (write
//! `{ condition.then(|| html! { … }) }`), components (see [`part`](crate::view::part)), and events but those in the macro.

use std::rc::Rc;

use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};

/// What can be the value of an attribute.
pub trait Value {
    /// The value; nothing leaves the attribute out. `name` is the attribute's.
    fn value(self, name: &'static str) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(AttrValue::from(self))
    }
}

impl Value for bool {
    fn value(self, name: &'static str) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(name))
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self, name: &'static str) -> Option<AttrValue> {
        self.and_then(|value| value.value(name))
    }
}

/// What can stand inside of an element.
pub trait Content {
    /// The node.
    fn node(self) -> VNode;
}

impl Content for VNode {
    fn node(self) -> VNode {
        self
    }
}

impl Content for &str {
    fn node(self) -> VNode {
        VNode::VText(VText::new(AttrValue::from(Rc::<str>::from(self))))
    }
}

impl Content for String {
    fn node(self) -> VNode {
        VNode::VText(VText::new(AttrValue::from(self)))
    }
}

impl Content for &String {
    fn node(self) -> VNode {
        self.as_str().node()
    }
}

impl Content for usize {
    fn node(self) -> VNode {
        self.to_string().node()
    }
}

impl<T: Content> Content for Option<T> {
    /// What is not there keeps a place, so that what follows stays what it was.
    fn node(self) -> VNode {
        self.map(Content::node).unwrap_or_default()
    }
}

/// An element, or a fragment (without a tag), that is not closed yet.
#[derive(Default)]
struct Open {
    tag: Option<VTag>,
    inside: Vec<VNode>,
    /// Whether the number of nodes inside may change.
    is_list: bool,
}

impl Open {
    fn close(self) -> VNode {
        let mut inside = self.inside;
        let alone = if self.is_list || inside.len() != 1 { None } else { inside.pop() };
        let inside = alone.unwrap_or_else(|| VNode::from(VList::from(inside)));
        let Some(mut tag) = self.tag else { return inside };
        if let Some(children) = tag.children_mut() {
            *children = inside;
        }
        VNode::from(tag)
    }
}

/// A tree of elements in the making. Its methods are never inlined: that they are calls is what they are for.
#[derive(Default)]
pub struct Tree {
    open: Vec<Open>,
    /// Of the element that is opened next.
    values: Vec<Option<AttributeOrProperty>>,
    key: Option<Key>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
}

impl Tree {
    /// An empty one.
    #[inline(never)]
    pub fn new() -> Self {
        Self { open: vec![Open::default()], ..Self::default() }
    }

    /// The next attribute of the element that is opened next.
    #[inline(never)]
    pub fn attribute(&mut self, name: &'static str, value: impl Value) {
        self.values.push(value.value(name).map(AttributeOrProperty::Attribute));
    }

    /// Its key among its neighbours.
    #[inline(never)]
    pub fn key(&mut self, key: impl Into<Key>) {
        self.key = Some(key.into());
    }

    /// Its answer to an event.
    #[inline(never)]
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.listeners.push(Some(listener));
    }

    /// Opens an element; `names` are those of its attributes, in order.
    #[inline(never)]
    pub fn open(&mut self, name: &'static str, names: &'static [&'static str]) {
        let mut tag = VTag::new(AttrValue::Static(name));
        let mut values = std::mem::take(&mut self.values);
        if matches!(name, "input" | "textarea") {
            set_state(&mut tag, names, &mut values);
        }
        if !names.is_empty() {
            tag.attributes = Attributes::Dynamic { keys: names, values: values.into_boxed_slice() };
        }
        tag.key = self.key.take();
        if !self.listeners.is_empty() {
            tag.set_listeners(std::mem::take(&mut self.listeners).into_boxed_slice());
        }
        self.open.push(Open { tag: Some(tag), ..Open::default() });
    }

    /// Opens a fragment.
    #[inline(never)]
    pub fn open_fragment(&mut self) {
        self.open.push(Open::default());
    }

    /// Adds what stands inside of the open element.
    #[inline(never)]
    pub fn add(&mut self, content: impl Content) {
        if let Some(open) = self.open.last_mut() {
            open.inside.push(content.node());
        }
    }

    /// Adds any number of them.
    pub fn add_all<T: Content>(&mut self, contents: impl IntoIterator<Item = T>) {
        if let Some(open) = self.open.last_mut() {
            open.is_list = true;
        }
        for content in contents {
            self.add(content);
        }
    }

    /// Closes what was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.add(open.close());
        }
    }

    /// The whole tree.
    #[inline(never)]
    pub fn done(mut self) -> VNode {
        self.open.pop().map(Open::close).unwrap_or_default()
    }
}

/// What a field holds is no attribute: that would only be what it held at first.
fn set_state(tag: &mut VTag, names: &[&str], values: &mut [Option<AttributeOrProperty>]) {
    for (name, value) in names.iter().zip(values) {
        match *name {
            "checked" => tag.set_checked(value.take().is_some()),
            "value" => {
                if let Some(AttributeOrProperty::Attribute(value)) = value.take() {
                    tag.set_value(Some(value));
                }
            }
            _ => {}
        }
    }
}

/// Whether two names are one; for the compiler, which so finds elements that are closed by another name.
pub const fn is_closed_by(open: &str, close: &str) -> bool {
    let (open, close) = (open.as_bytes(), close.as_bytes());
    let mut at = 0;
    while at < open.len() && at < close.len() && open[at] == close[at] {
        at += 1;
    }
    at == open.len() && at == close.len()
}

/// Makes nodes from a template, as yew's macro of this name does.
macro_rules! html {
    // A value: `{expression}` or a literal.
    (@value { $($value:tt)* }) => { $($value)* };
    (@value $value:tt) => { $value };

    // Attributes: `tree [open elements] name [names of attributes so far] rest`.
    (@tag $tree:ident $open:tt $tag:ident $names:tt { $name:ident } $($rest:tt)*) => {
        $crate::view::html::html!(@tag $tree $open $tag $names $name = $name $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt key = $value:tt $($rest:tt)*) => {
        $tree.key($crate::view::html::html!(@value $value));
        $crate::view::html::html!(@tag $tree $open $tag $names $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt onclick = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@event $tree $open $tag $names onclick $value $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt onchange = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@event $tree $open $tag $names onchange $value $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt oninput = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@event $tree $open $tag $names oninput $value $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt onsubmit = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@event $tree $open $tag $names onsubmit $value $($rest)*)
    };
    (@event $tree:ident $open:tt $tag:ident $names:tt $event:ident $value:tt $($rest:tt)*) => {
        $tree.listen(std::rc::Rc::new(yew::html::$event::Wrapper::new($crate::view::html::html!(@value $value))));
        $crate::view::html::html!(@tag $tree $open $tag $names $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt $a:ident = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@named $tree $open $tag $names (stringify!($a)) $value $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt $a:ident - $b:ident = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(@named $tree $open $tag $names (concat!(stringify!($a), "-", stringify!($b))) $value $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident $names:tt $a:ident - $b:ident - $c:ident = $value:tt $($rest:tt)*) => {
        $crate::view::html::html!(
            @named $tree $open $tag $names (concat!(stringify!($a), "-", stringify!($b), "-", stringify!($c))) $value $($rest)*
        )
    };
    (@named $tree:ident $open:tt $tag:ident [$($names:tt)*] ($($name:tt)*) $value:tt $($rest:tt)*) => {
        $tree.attribute($($name)*, $crate::view::html::html!(@value $value));
        $crate::view::html::html!(@tag $tree $open $tag [$($names)* $($name)*,] $($rest)*)
    };
    (@tag $tree:ident $open:tt $tag:ident [$($names:tt)*] / > $($rest:tt)*) => {
        $tree.open(stringify!($tag), &[$($names)*]);
        $tree.close();
        $crate::view::html::html!(@in $tree $open $($rest)*)
    };
    (@tag $tree:ident [$($open:ident)*] $tag:ident [$($names:tt)*] > $($rest:tt)*) => {
        $tree.open(stringify!($tag), &[$($names)*]);
        $crate::view::html::html!(@in $tree [$tag $($open)*] $($rest)*)
    };

    // What stands inside: `tree [open elements] rest`.
    (@in $tree:ident []) => {};
    (@in $tree:ident [$tag:ident $($open:ident)*] < / > $($rest:tt)*) => {
        const { assert!($crate::view::html::is_closed_by(stringify!($tag), "fragment")) };
        $tree.close();
        $crate::view::html::html!(@in $tree [$($open)*] $($rest)*)
    };
    (@in $tree:ident [$tag:ident $($open:ident)*] < / $close:ident > $($rest:tt)*) => {
        const { assert!($crate::view::html::is_closed_by(stringify!($tag), stringify!($close))) };
        $tree.close();
        $crate::view::html::html!(@in $tree [$($open)*] $($rest)*)
    };
    (@in $tree:ident [$($open:ident)*] < > $($rest:tt)*) => {
        $tree.open_fragment();
        $crate::view::html::html!(@in $tree [fragment $($open)*] $($rest)*)
    };
    (@in $tree:ident $open:tt < $tag:ident $($rest:tt)*) => {
        $crate::view::html::html!(@tag $tree $open $tag [] $($rest)*)
    };
    (@in $tree:ident $open:tt { for $($contents:tt)+ } $($rest:tt)*) => {
        $tree.add_all($($contents)+);
        $crate::view::html::html!(@in $tree $open $($rest)*)
    };
    (@in $tree:ident $open:tt { $($content:tt)+ } $($rest:tt)*) => {
        $tree.add($($content)+);
        $crate::view::html::html!(@in $tree $open $($rest)*)
    };

    (@ $($rest:tt)*) => { compile_error!("this is no template") };

    ($($template:tt)+) => {{
        let mut tree = $crate::view::html::Tree::new();
        $crate::view::html::html!(@in tree [] $($template)+);
        tree.done()
    }};
}
pub(crate) use html;

#[cfg(test)]
mod tests {
    use yew::virtual_dom::VNode;

    #[test]
    #[expect(clippy::similar_names, reason = "yew's macro names what it makes")]
    fn a_template_is_what_yew_makes_of_it() {
        let (name, open, none) = ("nama".to_owned(), true, None::<&str>);
        let own = html! {
            <section data-of={name.clone()} aria-hidden={none} data-says-unsure="" class="a b">
                <h2>{ &name }</h2>
                <ul>{ for (0..2_usize).map(|at| html! { <li key={at} data-at={at.to_string()}>{ at }{ " " }</li> }) }</ul>
                <><option value={name.clone()} selected={open} /><option value="" selected={!open} /></>
            </section>
        };
        let yews = yew::html! {
            <section data-of={name.clone()} aria-hidden={none} data-says-unsure="" class="a b">
                <h2>{ &name }</h2>
                <ul>{ for (0..2_usize).map(|at| yew::html! { <li key={at} data-at={at.to_string()}>{ at }{ " " }</li> }) }</ul>
                <><option value={name.clone()} selected={open} /><option value="" selected={!open} /></>
            </section>
        };
        assert_eq!(own, yews);
    }

    #[test]
    fn what_a_field_holds_is_no_attribute() {
        let node = html! { <input name="a" value="x" checked={false} /> };
        let VNode::VTag(tag) = &node else { panic!("{node:?}") };
        assert_eq!((tag.value().map(|value| &**value), tag.checked()), (Some("x"), Some(false)));
        assert_eq!(tag.attributes.iter().collect::<Vec<_>>(), [("name", "a")]);
    }

    #[test]
    fn what_is_not_there_keeps_its_place() {
        let node = html! { <p>{ None::<String> }{ Some("a") }</p> };
        let VNode::VTag(tag) = &node else { panic!("{node:?}") };
        let Some(VNode::VList(inside)) = tag.children() else { panic!("{node:?}") };
        assert_eq!(inside.len(), 2);
        assert_eq!(html! { { "a" } }, VNode::from("a"));
    }
}
