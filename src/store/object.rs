//! Reading and making the browser's plain objects, field by field.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::corrections::Correction;
use crate::engine::protocol::{Fresh, Source, key};

/// A field of an object; undefined when it is not there.
pub fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A text in an object.
pub fn text(of: &JsValue, name: &str) -> Option<String> {
    field(of, name).as_string()
}

/// The items of a list; none of anything else.
pub fn items(of: &JsValue) -> Vec<JsValue> {
    if Array::is_array(of) { Array::from(of).to_vec() } else { Vec::new() }
}

/// The corrections in a list; what makes no sense is left out.
pub fn corrections(of: &JsValue) -> Vec<Correction> {
    items(of).iter().filter_map(Correction::of_object).collect()
}

impl Source {
    /// The article of an object; none when it has no name or no text.
    pub fn of_object(object: &JsValue) -> Option<Self> {
        let told = |field| text(object, field);
        let (title, outlet, published) = (told("title"), told("outlet"), told("published"));
        Some(Self { name: told("name")?, text: told("text")?.into(), title, outlet, published })
    }

    /// The article as an object.
    pub fn to_object(&self) -> JsValue {
        let object = Object::new();
        let told = [("title", &self.title), ("outlet", &self.outlet), ("published", &self.published)];
        let told = told.iter().filter_map(|(name, told)| Some((*name, told.as_deref()?)));
        for (name, told) in [("name", self.name.as_str()), ("text", &self.text)].into_iter().chain(told) {
            // A new object takes every field.
            let _ = Reflect::set(&object, &name.into(), &told.into());
        }
        object.into()
    }
}

impl Fresh {
    /// It as an object that the client knows it again by.
    pub fn to_object(&self) -> JsValue {
        let object = Object::new();
        let found = js_sys::Uint8Array::from(self.found.as_slice());
        for (name, value) in [("key", key(self.sum).into()), ("of", self.of.as_str().into()), ("found", found.into())] {
            // A new object takes every field.
            let _ = Reflect::set(&object, &name.into(), &value);
        }
        object.into()
    }
}

impl Correction {
    /// The correction of an object like `{"Rename": ["A", "B"]}`.
    pub fn of_object(object: &JsValue) -> Option<Self> {
        let name = Object::keys(object.dyn_ref::<Object>()?).get(0).as_string()?;
        let about = field(object, &name);
        let about = if about.is_string() { vec![about] } else { items(&about) };
        let fields: Vec<String> =
            std::iter::once(Some(name)).chain(about.iter().map(JsValue::as_string)).collect::<Option<_>>()?;
        Self::from_fields(&fields)
    }

    /// The correction as such an object.
    pub fn to_object(&self) -> JsValue {
        let object = Object::new();
        if let Some((name, about)) = self.fields().split_first() {
            let about: Array = about.iter().map(|word| JsValue::from(word.as_str())).collect();
            // A new object takes every field.
            let _ = Reflect::set(&object, &name.as_str().into(), &about);
        }
        object.into()
    }
}
