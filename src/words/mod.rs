//! Every word of the interface, in both its languages.

mod intl;
mod own;
pub mod rules;
mod when;

use silang_core::compare::{DifferenceKind, Role, Verdict};
use silang_core::statement::{Reference, SpeechAct, StatementKind};
use silang_core::text::furniture::FurnitureKind;

use crate::corrections::{About, Correction};
use crate::export::Format;
use crate::state::parts::{Filter, Notice, Tab, Theme};
use crate::store::decode::{LIMIT, Unreadable};
use crate::store::saved::Refusal;
use crate::view::layer::Layer;
use crate::words::own::start;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// The language of a tag; what is not English is shown in Indonesian.
    pub fn of(tag: &str) -> Self {
        if tag.starts_with("en") { Self::English } else { Self::Indonesian }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    /// The one of two words that is this language's.
    pub fn pick<T>(self, indonesian: T, english: T) -> T {
        match self {
            Self::Indonesian => indonesian,
            Self::English => english,
        }
    }
}

/// Makes a method for each word of the table.
macro_rules! words {
    ($($name:ident: $id:literal, $en:literal;)*) => {
        impl Language {
            $(#[doc = $en] pub fn $name(self) -> &'static str { self.pick($id, $en) })*
        }
    };
}

words! {
    read: "Baca", "Read";
    compare: "Bandingkan", "Compare";
    timeline: "Linimasa", "Timeline";
    articles: "Artikel", "Articles";
    index: "Indeks", "Index";
    add: "Tambah artikel", "Add articles";
    paste: "Tempel", "Paste";
    paste_text: "Tempel teks", "Paste text";
    skipped: "dilewati", "skipped";
    or_else: "Mungkin juga", "Or perhaps";
    look_twice: "Perlu dilihat lagi", "Worth a second look";
    worked_out: "Cara dihitung", "How it was worked out";
    paste_hint: "Tempel satu artikel lengkap, judulnya di baris pertama.", "Paste one whole article, its headline in the first line.";
    pasted_name: "tempelan.txt", "pasted.txt";
    drop_hint: "Letakkan berkas (.txt, .md, .html, .zip, .json) atau folder di mana saja pada halaman ini.", "Drop files (.txt, .md, .html, .zip, .json) or folders anywhere on this page.";
    private: "Teks Anda tidak dikirim ke mana pun.", "Your text is not sent anywhere.";
    close: "Tutup", "Close";
    remove: "Hapus dari halaman ini", "Remove from this page";
    language_switch: "English", "Bahasa Indonesia";
    theme: "Tema", "Theme";
    keys: "Tombol", "Keys";
    corrections: "Koreksi Anda", "Your corrections";
    take_back: "Hapus koreksi ini", "Remove this correction";
    not_a_name: "Bukan nama", "Not a name";
    correct_name: "Ganti atau gabungkan nama", "Rename, or merge with";
    correct: "Koreksi", "Correct";
    correct_day: "Tanggal yang benar", "The right date";
    correct_time: "Atau waktu lain, ditulis menurut ISO 8601", "Or another time, in ISO 8601";
    time_hint: "Tahun 2022, bulan 2022-02, pekan 2022-W08, rentang 2022-02-01/2022-02-03, jam 2022-02-24T10:00+07:00, malam 2022-02-24TNI", "Year 2022, month 2022-02, week 2022-W08, range 2022-02-01/2022-02-03, time 2022-02-24T10:00+07:00, night 2022-02-24TNI";
    read_as: "Semula terbaca", "Read before as";
    edit: "Ubah", "Edit";
    headline_field: "Judul", "Headline";
    outlet: "Media", "Outlet";
    published: "Tanggal terbit", "Date of publication";
    event: "Peristiwa", "Event";
    own_event: "Berita tersendiri", "A story of its own";
    move_article: "Pindahkan", "Move";
    split: "Pisahkan", "Split off";
    kind: "Jenis", "Type";
    not_said: "Bukan pernyataan", "Not a statement";
    undo: "Urungkan", "Undo";
    redo: "Ulangi", "Redo";
    corrections_hint: "Berlaku juga untuk artikel yang ditambahkan nanti, dan ikut dalam ekspor JSON.", "They hold for articles added later too, and go into the JSON export.";
    close_all: "Tutup semua", "Close all";
    cancel: "Batalkan", "Cancel";
    folder: "Folder", "Folder";
    share: "Salin tautan berisi artikel ini", "Copy a link that holds this article";
    share_hint: "Teksnya ada di dalam tautan itu sendiri; tidak disimpan di peladen mana pun.", "The text is inside the link itself; no server keeps it.";
    shared_name: "dari tautan.txt", "from a link.txt";
    scroll_map: "Peta artikel", "Map of the article";
    flip: "Tampilkan artikel satunya", "Show the other article";
    lock: "Gulir bersama", "Scroll together";
    correct_speaker: "Penutur yang benar", "The right speaker";
    export: "Ekspor", "Export";
    single: "Berita lain", "Other stories";
    reading: "Sedang dibaca …", "Being read …";
    comparing: "Sedang dibandingkan …", "Being compared …";
    no_article: "Belum ada artikel. Tambahkan beberapa berita untuk memulai.", "No article yet. Add some news stories to begin.";
    nothing: "Tidak ada.", "None.";
    layers: "Lapisan", "Layers";
    why: "Mengapa", "Why";
    within: "Di dalam", "Inside";
    unsure: "tidak pasti", "unsure";
    speaker: "Penutur", "Speaker";
    unknown_speaker: "penutur tak diketahui", "speaker unknown";
    medium: "Dikutip dari", "Quoted from";
    value: "Nilai", "Value";
    next: "Berikutnya", "Next";
    previous: "Sebelumnya", "Previous";
    here: "di sini", "here";
    everywhere: "di semua artikel", "in all articles";
    forms: "Disebut sebagai", "Named as";
    search: "Cari di semua artikel", "Search all articles";
    search_hint: "“…” mencari persis kata itu; penutur: Nama mencari ucapannya", "“…” finds just these words; speaker: Name finds what was said";
    summary: "Ringkasan", "Summary";
    statements: "Pernyataan", "Statements";
    side: "Berdampingan", "Side by side";
    differences: "Perbedaan", "Differences";
    figures: "Angka", "Figures";
    utterances: "Ucapan", "Utterances";
    base: "Pangkal", "Base";
    only_heading: "Hanya di satu artikel", "Only in one article";
    side_hint: "Kalimat yang diberitakan keduanya redup dan dihubungkan; yang hanya ada di satu artikel tetap tebal warnanya. Tunjuk satu kalimat untuk melihat pasangannya.", "Sentences that both tell are faint and tied together; what only one tells stands out. Point at a sentence to see its partner.";
    no_date: "tanpa tanggal", "no date";
    no_difference: "Tidak ditemukan perbedaan di antara artikel ini.", "No differences found between these articles.";
    whose_dates: "Tanggal dari", "Dates of";
    all_articles: "Semua artikel", "All articles";
    left: "Kiri", "Left";
    right: "Kanan", "Right";
    since_publication: "dihitung dari tanggal terbit", "worked out from the publication date";
    since_mention: "dihitung dari waktu lain di artikel ini", "worked out from another time in this article";
    skip: "Lompat ke artikel", "Skip to the article";
    copy_citation: "Salin kutipan", "Copy citation";
}

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
                "semua artikel dan temuannya; letakkan kembali di sini untuk melanjutkan",
                "all articles and what was found; drop it here again to go on",
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

    /// The rule that found a difference, in words.
    pub fn difference_rule(self, rule: &str) -> String {
        self.rule(rule)
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
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Conflict => self.pick("berlawanan", "at odds"),
            Verdict::Compatible => self.pick("sejalan", "compatible"),
            Verdict::Precision => self.pick("lebih rinci", "more exact"),
            Verdict::Update => self.pick("pembaruan", "update"),
        }
    }

    /// A number of articles.
    pub fn article_count(self, count: usize) -> String {
        let number = self.number(count);
        let word = if count == 1 { "article" } else { "articles" };
        [number.as_str(), " ", self.pick("artikel", word)].concat()
    }

    /// How much was found in an article.
    pub fn counts(self, names: usize, times: usize, statements: usize) -> String {
        self.pick(
            format!("{names} nama · {times} waktu · {statements} pernyataan"),
            format!("{names} names · {times} times · {statements} statements"),
        )
    }

    /// A correction in words.
    pub fn correction(self, correction: &Correction) -> String {
        match correction {
            Correction::NotAName(name) => self.pick(format!("“{name}” bukan nama"), format!("“{name}” is not a name")),
            Correction::Rename(from, to) => format!("{from} → {to}"),
            Correction::About(About { doc, title, outlet, published }) => {
                let told = [title.clone(), outlet.clone(), self.when(published)];
                let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
                [doc.as_str(), ": ", &told.join(" · ")].concat()
            }
            Correction::Move(doc, None) => {
                self.pick(format!("{doc}: berita tersendiri"), format!("{doc}: a story of its own"))
            }
            Correction::Move(doc, Some(to)) => {
                self.pick(format!("{doc}: satu peristiwa dengan {to}"), format!("{doc}: the same event as {to}"))
            }
            Correction::Kind(name, kind) => format!("{name}: {}", self.layer(Layer::from(*kind))),
            Correction::Split(name, words) => {
                self.pick(format!("“{words}” bukan {name}"), format!("“{words}” is not {name}"))
            }
            Correction::Speaker(words, name) => format!("{} → {name}", start(words)),
            Correction::NotSaid(words) => {
                let words = start(words);
                self.pick(format!("{words} bukan pernyataan"), format!("{words} is no statement"))
            }
            Correction::When(words, value, None) => {
                let all = self.pick("di mana pun", "everywhere");
                format!("{} → {}, {all}", start(words), self.when(value))
            }
            Correction::When(words, value, Some(place)) => {
                format!("{} → {} ({})", start(words), self.when(value), place.doc)
            }
        }
    }

    /// A number of hits.
    pub fn hit_count(self, count: usize) -> String {
        [self.number(count).as_str(), self.pick(" hasil", " hits")].concat()
    }

    /// What happens at a point of the timeline.
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Happened => self.pick("terjadi", "happened"),
            Role::Said => self.pick("dikatakan", "said"),
            Role::Published => self.pick("terbit", "published"),
        }
    }

    /// A comparison in one sentence.
    pub fn headline(self, articles: usize, shared: usize, utterances: usize, differences: usize) -> String {
        self.pick(
            format!("{articles} artikel, {shared} tokoh di semuanya, {utterances} pernyataan sama, {differences} perbedaan."),
            format!("{articles} articles, {shared} people in all of them, {utterances} shared statements, {differences} differences."),
        )
    }

    fn unreadable(self, why: Unreadable) -> String {
        let limit = LIMIT / 1_000_000;
        match why {
            Unreadable::Empty => self.pick("berkas ini kosong", "this file is empty").to_owned(),
            Unreadable::Binary => self.pick("ini bukan berkas teks", "this is not a text file").to_owned(),
            Unreadable::TooLarge => self.pick(
                format!("berkas ini terlalu besar untuk satu artikel (batas {limit} MB)"),
                format!("this file is too large for one article (limit {limit} MB)"),
            ),
            Unreadable::Unread => {
                self.pick("peramban tidak dapat membacanya", "the browser could not read it").to_owned()
            }
            Unreadable::Archive => {
                self.pick("arsip ini tidak dapat dibuka", "this archive cannot be unpacked").to_owned()
            }
            Unreadable::Project => self.pick("ini bukan proyek Silang", "this is not a Silang project").to_owned(),
        }
    }

    /// What a notice tells.
    pub fn notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Unreadable(file, why) => {
                format!("{file}: {}. {}", self.unreadable(*why), self.pick("Artikel lain tidak terpengaruh.", "The other articles are unaffected."))
            }
            Notice::Repeated(file, twin) => self.pick(
                format!("{file}: teksnya sama dengan {twin}, jadi tidak ditambahkan lagi."),
                format!("{file}: has the same text as {twin}, so it was not added again."),
            ),
            Notice::Decoded(file, from) => self.pick(
                format!("{file}: bukan UTF-8, dibaca sebagai {from}."),
                format!("{file}: is not UTF-8, was read as {from}."),
            ),
            Notice::Crashed(file) => self.pick(
                format!("{file}: pembacaan gagal. Artikel ini dilewati; yang lain tetap diproses."),
                format!("{file}: reading failed. This article was skipped; the others go on."),
            ),
            Notice::NotSaved(file, why) => {
                let file = file.as_deref().unwrap_or(self.corrections());
                let why = match why {
                    Refusal::Full => self.pick("tempat simpan peramban penuh", "the browser's storage is full"),
                    Refusal::Refused => self.pick("peramban menolak menyimpan", "the browser refused to save it"),
                };
                self.pick(
                    format!("{file}: {why}. Ini hilang bila halaman ditutup; ekspor JSON untuk menyimpannya."),
                    format!("{file}: {why}. It will be gone when the page is closed; export JSON to keep it."),
                )
            }
            Notice::NoStorage => self.pick(
                "Peramban ini tidak menyimpan apa pun untuk halaman ini. Ekspor JSON sebelum menutupnya.".to_owned(),
                "This browser keeps nothing for this page. Export JSON before you close it.".to_owned(),
            ),
            Notice::Copied(true) => self.pick("Tersalin.".to_owned(), "Copied.".to_owned()),
            Notice::Copied(false) => self.pick(
                "Peramban menolak akses ke papan klip.".to_owned(),
                "The browser refused access to the clipboard.".to_owned(),
            ),
            Notice::Missing(file) => self.pick(
                format!("{file}: tidak dapat diambil dari situs ini."),
                format!("{file}: could not be fetched from this site."),
            ),
            Notice::Broken => self.pick(
                "Pembaca tidak dapat dimulai. Muat ulang halaman; bila tetap gagal, peramban ini belum mendukung WebAssembly.".to_owned(),
                "The reader could not be started. Reload the page; if it fails again, this browser lacks WebAssembly.".to_owned(),
            ),
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
