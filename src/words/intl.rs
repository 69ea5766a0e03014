//! Dates and numbers as the reader's language writes them: by the browser's `Intl`.

use crate::words::Language;

/// How much of a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Day, short month, year.
    Day,
    /// The same after the weekday.
    Weekday,
    /// Short month and year.
    Month,
    /// Day and time of the clock, where the reader is.
    #[cfg(target_family = "wasm")]
    Moment,
}

/// A date: year, month from 1 and day from 1.
pub type Date = (i32, u32, u32);

#[cfg(target_family = "wasm")]
mod browser {
    use std::cell::RefCell;

    use js_sys::Intl::DateTimeFormat;
    use js_sys::{Array, Function, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Date, Style};
    use crate::words::Language;

    thread_local! {
        /// Formats in use; making one costs a hundred times what using it costs.
        static FORMATS: RefCell<Vec<((Style, Language), DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
    }

    /// The reader's own kind of English, if any; else that of Britain, which has the day first.
    fn locale(language: Language) -> String {
        let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
        let own = Reflect::get(&navigator, &"language".into()).ok().and_then(|own| own.as_string());
        match language {
            Language::Indonesian => "id".to_owned(),
            Language::English => own.filter(|own| own.starts_with("en-")).unwrap_or_else(|| "en-GB".to_owned()),
        }
    }

    fn make(style: Style, language: Language) -> DateTimeFormat {
        let fields: &[(&str, &str)] = match style {
            Style::Day => &[("day", "numeric"), ("month", "short"), ("year", "numeric"), ("timeZone", "UTC")],
            Style::Weekday => {
                &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]
            }
            Style::Month => &[("month", "short"), ("year", "numeric"), ("timeZone", "UTC")],
            Style::Moment => &[("dateStyle", "medium"), ("timeStyle", "short")],
        };
        let options = Object::new();
        for (name, value) in fields {
            // A new object takes every field.
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
        DateTimeFormat::new(&Array::of1(&locale(language).into()), &options)
    }

    fn with<T>(style: Style, language: Language, work: impl Fn(&DateTimeFormat) -> T) -> T {
        FORMATS.with_borrow_mut(|formats| {
            let at = formats.iter().position(|(key, _)| *key == (style, language)).unwrap_or_else(|| {
                formats.push(((style, language), make(style, language)));
                formats.len() - 1
            });
            work(&formats[at].1)
        })
    }

    fn midnight((year, month, day): Date) -> JsValue {
        let date = js_sys::Date::new(&0.0.into());
        date.set_utc_full_year_with_month_date(year.cast_unsigned(), month.cast_signed() - 1, day.cast_signed());
        date.into()
    }

    fn at(language: Language, style: Style, when: &JsValue) -> String {
        with(style, language, |format| format.format().call1(&JsValue::NULL, when).ok()?.as_string())
            .unwrap_or_default()
    }

    pub fn date(language: Language, style: Style, date: Date) -> String {
        at(language, style, &midnight(date))
    }

    pub fn moment(language: Language, when: f64) -> String {
        at(language, Style::Moment, &when.into())
    }

    pub fn range(language: Language, from: Date, to: Date) -> Option<String> {
        with(Style::Day, language, |format| {
            let method: Function = Reflect::get(format, &"formatRange".into()).ok()?.dyn_into().ok()?;
            method.call2(format, &midnight(from), &midnight(to)).ok()?.as_string()
        })
    }

    pub fn number(language: Language, number: usize) -> String {
        js_sys::Number::from(number as f64).to_locale_string(&locale(language)).into()
    }
}

/// What a browser says, for tests, which run without one.
#[cfg(not(target_family = "wasm"))]
mod browser {
    use super::{Date, Style};
    use crate::words::Language;

    const MONTHS: [[&str; 12]; 2] = [
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ];

    pub fn date(language: Language, style: Style, (year, month, day): Date) -> String {
        let name = language.pick(MONTHS[0], MONTHS[1]).get(month as usize - 1).copied().unwrap_or_default();
        if style == Style::Month { format!("{name} {year}") } else { format!("{day} {name} {year}") }
    }

    #[expect(clippy::unnecessary_wraps, reason = "a browser may lack it")]
    pub fn range(language: Language, from: Date, to: Date) -> Option<String> {
        let (first, last) = (date(language, Style::Day, from), date(language, Style::Day, to));
        let is_one_month = (from.0, from.1) == (to.0, to.1);
        Some(if is_one_month { format!("{}–{last}", from.2) } else { format!("{first} – {last}") })
    }

    pub fn moment(_: Language, when: f64) -> String {
        when.to_string()
    }

    pub fn number(_: Language, number: usize) -> String {
        number.to_string()
    }
}

impl Language {
    /// A date.
    pub(super) fn date(self, style: Style, date: Date) -> String {
        browser::date(self, style, date)
    }

    /// From one day to another.
    pub(super) fn days(self, from: Date, to: Date) -> Option<String> {
        browser::range(self, from, to)
    }

    /// A number.
    pub fn number(self, number: usize) -> String {
        browser::number(self, number)
    }

    /// A moment (ms since 1970), where the reader is.
    pub(super) fn moment(self, when: f64) -> String {
        browser::moment(self, when)
    }
}
