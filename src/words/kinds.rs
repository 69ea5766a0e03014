//! What kinds of things are called.

use silang_core::compare::{DifferenceKind, Role, Verdict};
use silang_core::facts::DifferenceFact;
use silang_core::statement::{Reference, SpeechAct, StatementKind};
use silang_core::text::furniture::FurnitureKind;

use crate::export::Format;
use crate::state::parts::{Filter, Tab, Theme};
use crate::view::layer::Layer;
use crate::words::Language;

impl Language {
    /// The name of a layer.
    pub fn layer(self, layer: Layer) -> &'static str {
        match layer {
            Layer::Person => self.pick("Orang", "People"),
            Layer::Organization => self.pick("Organisasi", "Organisations"),
            Layer::Location => self.pick("Tempat", "Places"),
            Layer::Time => self.pick("Waktu", "Times"),
            Layer::Statement => self.pick("Pernyataan", "Statements"),
        }
    }

    /// The name of a tab.
    pub fn tab(self, tab: Tab) -> &'static str {
        match tab {
            Tab::Entities => self.pick("Entitas", "Entities"),
            Tab::Times => self.layer(Layer::Time),
            Tab::Statements => self.layer(Layer::Statement),
        }
    }

    /// The name of a filter.
    pub fn filter(self, filter: Filter) -> &'static str {
        match filter {
            Filter::All => self.pick("Semua", "All"),
            Filter::Shared => self.pick("Semua memuat", "In every one"),
            Filter::Only => self.pick("Hanya di satu", "Only in one"),
            Filter::Different => self.pick("Berbeda", "Told differently"),
        }
    }

    /// What a form of export holds.
    pub fn format_hint(self, format: Format) -> &'static str {
        match format {
            Format::Json => self.pick(
                "artikel dan temuannya; letakkan kembali di sini untuk melanjutkan",
                "articles and what was found; drop it here again to go on",
            ),
            Format::Csv => self.pick(
                "satu baris untuk tiap temuan, untuk lembar kerja",
                "one row for each finding, for a spreadsheet",
            ),
            Format::Markdown => self.pick("laporan untuk dibaca", "a report to read"),
            Format::WebAnnotation => self.pick("anotasi menurut baku W3C", "annotations by the W3C standard"),
            Format::Html => self.pick("satu halaman yang berdiri sendiri", "one page that stands alone"),
        }
    }

    /// The name of a theme.
    pub fn theme_name(self, theme: Theme) -> &'static str {
        match theme {
            Theme::Auto => self.pick("Tema: otomatis", "Theme: automatic"),
            Theme::Light => self.pick("Tema: terang", "Theme: light"),
            Theme::Dark => self.pick("Tema: gelap", "Theme: dark"),
        }
    }

    /// What a stretch of furniture is.
    pub fn furniture(self, kind: FurnitureKind) -> &'static str {
        match kind {
            FurnitureKind::Related => self.pick("Tautan berita lain", "Links to other stories"),
            FurnitureKind::Caption => self.pick("Keterangan gambar", "Picture caption"),
            FurnitureKind::Promo => self.pick("Promosi", "Promotion"),
            FurnitureKind::Ad => self.pick("Iklan", "Advertisement"),
            FurnitureKind::Byline => self.pick("Nama penulis", "Byline"),
            FurnitureKind::Nav => self.pick("Navigasi", "Navigation"),
            FurnitureKind::Duplicate => self.pick("Paragraf berulang", "Repeated paragraph"),
            FurnitureKind::Comment => self.pick("Komentar", "Comments"),
        }
    }

    /// How a statement's words are given.
    pub fn statement_kind(self, kind: StatementKind) -> &'static str {
        match kind {
            StatementKind::Direct => self.pick("Kutipan langsung", "Direct quotation"),
            StatementKind::Indirect => self.pick("Kutipan tidak langsung", "Indirect quotation"),
            StatementKind::Mixed => self.pick("Kutipan campuran", "Mixed quotation"),
        }
    }

    /// What saying something does; nothing for plain saying.
    pub fn act(self, act: SpeechAct) -> &'static str {
        match act {
            SpeechAct::Assert => "",
            SpeechAct::Deny => self.pick("membantah", "denies"),
            SpeechAct::Ask => self.pick("bertanya", "asks"),
            SpeechAct::Request => self.pick("meminta", "requests"),
            SpeechAct::Promise => self.pick("berjanji", "promises"),
            SpeechAct::Warn => self.pick("memperingatkan", "warns"),
            SpeechAct::Accuse => self.pick("menuduh", "accuses"),
            SpeechAct::Judge => self.pick("menilai", "judges"),
            SpeechAct::Believe => self.pick("meyakini", "believes"),
        }
    }

    /// How the text names the speaker.
    pub fn reference(self, reference: Reference) -> &'static str {
        match reference {
            Reference::Name => self.pick("disebut namanya", "named"),
            Reference::Clitic => self.pick("dirujuk dengan “-nya”", "referred to by “-nya”"),
            Reference::Pronoun => self.pick("dirujuk dengan kata ganti", "referred to by a pronoun"),
            Reference::Description => {
                self.pick("disebut dengan jabatan atau uraian", "named by a title or description")
            }
            Reference::Carried => {
                self.pick("diteruskan dari kutipan sebelumnya", "carried over from the neighbouring quotation")
            }
            Reference::Unknown => self.unknown_speaker(),
        }
    }

    /// The name of a kind of difference.
    pub fn difference(self, kind: DifferenceKind) -> &'static str {
        match kind {
            DifferenceKind::Number => self.pick("Angka", "Number"),
            DifferenceKind::Time => self.pick("Waktu", "Time"),
            DifferenceKind::Place => self.pick("Tempat", "Place"),
            DifferenceKind::Name => self.pick("Nama", "Name"),
            DifferenceKind::Speaker => self.pick("Penutur", "Speaker"),
            DifferenceKind::Wording => self.pick("Pilihan kata", "Wording"),
        }
    }

    /// How two tellings stand to each other.
    fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Conflict => self.pick("berlawanan", "at odds"),
            Verdict::Compatible => self.pick("sejalan", "compatible"),
            Verdict::Precision => self.pick("lebih rinci", "more exact"),
            Verdict::Update => self.pick("pembaruan", "update"),
        }
    }

    /// How the tellings of a difference stand to each other; two spellings of a name are not at odds about anything.
    pub fn verdict_of(self, fact: &DifferenceFact) -> &'static str {
        match (fact.kind, fact.verdict) {
            (DifferenceKind::Name, Verdict::Conflict) => self.pick("ditulis berbeda", "written differently"),
            (_, verdict) => self.verdict(verdict),
        }
    }

    /// What happens at a point of the timeline.
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Happened => self.pick("kejadian", "event"),
            Role::Said => self.pick("dikatakan", "said"),
            Role::Published => self.pick("terbit", "published"),
        }
    }
}

/// The word in `data-verdict`.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Compatible => "compatible",
        Verdict::Precision => "precision",
        Verdict::Update => "update",
    }
}
