//! What the statement layer must be told about a language, and that knowledge spread over one document's words.

use crate::statement::SpeechAct;
use crate::statement::spelling::{self, Verbs};
use crate::text::document::Document;
use crate::text::word_map::WordMap;

/// A set of the forms in which a reporting verb occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// The bare stem, as it stands right after a quotation, before the speaker.
    pub const BARE: Self = Self(1);
    /// The stem with a clitic that stands for the speaker.
    pub const CLITIC: Self = Self(1 << 1);
    /// The active form, between speaker and content.
    pub const ACTIVE: Self = Self(1 << 2);
    /// The passive form, whose agent is the speaker.
    pub const PASSIVE: Self = Self(1 << 3);
    /// The active form as headlines clip it.
    pub const HEADLINE: Self = Self(1 << 4);
    /// The noun ("statement", "claim").
    pub const NOUN: Self = Self(1 << 5);
    /// A preposition ("according to").
    pub const PREPOSITION: Self = Self(1 << 6);

    /// Whether the two sets share a form.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets in one.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What kind of reporting verb a cue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Not followed by what was said.
    #[default]
    None,
    /// Names the medium, not the speaker.
    Medium,
    /// A speech act, belief or evidence.
    Extended,
    /// A verb of saying.
    Core,
}

/// One inflected form of a reporting verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// Which forms the word can be.
    pub forms: Forms,
    /// How plainly it reports words.
    pub tier: Tier,
    /// What saying it does.
    pub act: SpeechAct,
    /// What counts as its content.
    pub takes: Takes,
}

/// What may follow an active cue as its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// Anything.
    #[default]
    Any,
    /// A clause, not a noun phrase.
    Clause,
    /// A clause with a subject of its own ("ingin warga tenang", not "ingin pulang").
    Subject,
    /// Only what a comma or complementiser sets off.
    Marked,
    /// Anything, but the verb counts only doubled ("mewanti-wanti").
    Doubled,
}

/// The parts that other words play around a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// One who brings charges ("prosecutor").
    Accuser,
    /// Opens the person spoken to ("to", "towards").
    Addressee,
    /// Opens an adverbial phrase or clause before the subject ("on", "when", "as").
    Adjunct,
    /// Stands between subject and verb ("also", "has", "earlier").
    Adverb,
    /// Not said but done by saying ("sorry").
    Apology,
    /// Noun that with a demonstrative points back to a statement ("that matter").
    Anaphor,
    /// Noun of somebody to whom a deed is laid ("suspect", "perpetrator"): one means the other.
    Accused,
    /// Before a name: that is what somebody is called ("by the initials").
    Called,
    /// A word that tells of a charge, which only an [`Role::Accuser`] brings ("is charged with", "the accused").
    Charge,
    /// Noun that many people of one article may be called by ("police", "witness").
    Collective,
    /// Opens a content clause ("that").
    Complementiser,
    /// Opens a content clause only right after a cue ("if").
    ComplementiserWeak,
    /// Opens a clause that grants something ("although").
    Concession,
    /// Opens a sentence or clause ("but", "meanwhile").
    Conjunction,
    /// Joins a second cue to the subject of the first ("and", "while").
    Coordinator,
    /// "this", "that", "the said".
    Demonstrative,
    /// A noun of somebody who does something, by its form ("supervisor", "driver").
    Agentive,
    /// "a", "several", "the (plural)".
    Determiner,
    /// A text or finding that speaks ("report", "data").
    Document,
    /// After "according to": no speaker ("law", "plan").
    Exclusion,
    /// Subject of a cue that reports nobody's words ("we", "you", "people").
    NoSource,
    /// "one of them", before whom it names.
    Single,
    /// "as", before a cue that closes the sentence.
    Likeness,
    /// A verb before the cue that makes it a plan or a wish.
    Modal,
    /// A noun of what a report is about, not what it says ("reason", "chronology").
    Matter,
    /// A cue after which a [`Role::Matter`] begins what was said ("say"), where others tell the matter ("explain").
    Saying,
    /// "as", between what is called something and what it is called.
    Naming,
    /// "not", "never", "refuses".
    Negation,
    /// Marks a passive's agent ("by").
    Agent,
    /// "they".
    PronounPlural,
    /// "he", "she".
    PronounSingular,
    /// A word that ends what was said: where or to whom ("press conference", "reporters").
    Occasion,
    /// "so that", "to": opens what is asked for.
    Purpose,
    /// Second word of a title, no name by itself ("wali kota", "sekretaris daerah").
    Office,
    /// Before quoted words: a title, a term, a nickname.
    Quoting,
    /// "who", "which".
    Relative,
    /// Noun that makes the name after it someone else's ("wife of").
    Relational,
    /// Noun of an office or profession.
    RoleNoun,
    /// Noun of a body that speaks ("government", "ministry").
    Institution,
    /// A word without a part in it, though it looks like a verb.
    Plain,
    /// Opens a clause with a subject of its own ("when", "after").
    Subordinator,
    /// Ends the speaker's phrase after a cue.
    Stop,
    /// Brings somebody in ("there is").
    Existential,
    /// Before an [`Role::Occasion`] ("in", "through", "to").
    Setting,
    /// Quoted from, reported by.
    Source,
    /// Opens the content after a cue without being part of it ("about").
    Topic,
    /// A word of predicates: what follows is a clause.
    Predicate,
}

/// A set of [`Role`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// Whether the role is in the set.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Adds a role.
    pub fn add(&mut self, role: Role) {
        self.0 |= 1 << role as u8;
    }
}

/// What the statement layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// Folded forms of reporting verbs.
    pub cues: WordMap<Cue>,
    /// What tells quickly that a word holds none of the reporting verbs.
    pub verbs: Verbs,
    /// Folded function words and nouns with their roles.
    pub roles: WordMap<Roles>,
    /// Countries that speak under the names of their capitals, by folded name.
    pub metonyms: WordMap<&'static str>,
    /// What short forms of offices stand for, each perhaps for several ("FM": "foreign minister").
    pub offices: WordMap<Vec<&'static str>>,
    /// Whether a folded word looks like an inflected verb.
    pub is_verb: Option<fn(&str) -> bool>,
    /// Whether a folded word looks like a noun of somebody who does something.
    pub is_agent: Option<fn(&str) -> bool>,
    /// The speaker-clitic as a suffix ("nya").
    pub clitic: &'static str,
}

/// What is known of one distinct word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// As a reporting verb.
    pub cue: Option<Cue>,
    /// As another word.
    pub roles: Roles,
    /// Whether it ends with the speaker-clitic.
    pub has_clitic: bool,
    /// Whether it is a noun of saying or finding with that clitic ("his claim").
    pub owned: bool,
    /// Length in bytes of the reporting verb at its end, when that is glued to the word before it.
    pub glued: Option<usize>,
}

/// One entry for each distinct word of `document`.
pub fn table(grammar: &Grammar, document: &Document) -> Vec<Word> {
    let words = document.words();
    let known = words.values(&grammar.roles).zip(words.values(&grammar.cues));
    let word = |(word, (roles, cue)): (&str, (Option<&Roles>, Option<&Cue>))| {
        let (mut roles, cue) = (roles.copied().unwrap_or_default(), cue.copied());
        let unknown = roles == Roles::default();
        if unknown && grammar.is_verb.is_some_and(|is_verb| is_verb(word)) {
            roles.add(Role::Predicate);
        }
        if unknown && grammar.is_agent.is_some_and(|is_agent| is_agent(word)) {
            roles.add(Role::Agentive);
        }
        let has_clitic = !grammar.clitic.is_empty() && word.ends_with(grammar.clitic);
        let stem = if has_clitic && cue.is_none() { word.strip_suffix(grammar.clitic) } else { None };
        let whose = stem.and_then(|stem| grammar.roles.get(stem)).copied().unwrap_or_default();
        if unknown && (whose.has(Role::RoleNoun) || whose.has(Role::Relational)) {
            roles.add(Role::Relational);
        }
        let owned = stem.is_some_and(|stem| {
            grammar.cues.get(stem).is_some_and(|cue| cue.forms.any(Forms::NOUN))
                || grammar.roles.get(stem).is_some_and(|roles| roles.has(Role::Document))
        });
        let plain = Word { cue, roles, has_clitic, owned, glued: None };
        let damaged = if cue.is_none() && unknown { spelling::damaged(grammar, word) } else { None };
        damaged.map_or(plain, |(cue, glued)| Word { cue: Some(cue), roles: Roles::default(), glued, ..plain })
    };
    words.iter().zip(known).map(word).collect()
}
