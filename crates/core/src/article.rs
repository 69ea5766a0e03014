//! What goes in: one article and what is known of it from outside.

use chrono::NaiveDate;

/// One article as it is given: its text, and what a site's list or the reader tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its name, for instance the file's.
    pub name: String,
    /// Its text, exactly as read.
    pub text: String,
    /// The headline, if told from outside.
    pub title: Option<String>,
    /// The outlet, if told from outside.
    pub outlet: Option<String>,
    /// The day of publication, if told from outside.
    pub published: Option<NaiveDate>,
}

impl Article {
    /// An article of which nothing is known but its name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), ..Self::default() }
    }
}
