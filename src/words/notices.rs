//! What the reader is told.

use crate::state::parts::Notice;
use crate::store::decode::{LIMIT, Unreadable};
use crate::store::saved::Refusal;
use crate::words::Language;

impl Language {
    /// What a notice tells.
    pub fn notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Unreadable(file, why) => {
                self.fill("{}: {}. Artikel lain tidak terpengaruh.", "{}: {}. The other articles are unaffected.", &[file, &self.unreadable(*why)])
            }
            Notice::Repeated(file, twin) => self.fill("{}: teksnya sama dengan {}, jadi tidak ditambahkan lagi.", "{}: has the same text as {}, so it was not added again.", &[file, twin]),
            Notice::Decoded(file, from) => self.fill("{}: bukan UTF-8, dibaca sebagai {}.", "{}: is not UTF-8, was read as {}.", &[file, from]),
            Notice::Crashed(file) => self.fill("{}: pembacaan gagal. Artikel ini dilewati; yang lain tetap diproses.", "{}: reading failed. This article was skipped; the others go on.", &[file]),
            Notice::NotSaved(file, why) => {
                let file = file.as_deref().unwrap_or(self.corrections());
                let why = match why {
                    Refusal::Full => self.pick("tempat simpan peramban penuh", "the browser's storage is full"),
                    Refusal::Refused => self.pick("peramban menolak menyimpan", "the browser refused to save it"),
                };
                self.fill("{}: {}. Ini hilang bila halaman ditutup; ekspor JSON untuk menyimpannya.", "{}: {}. It will be gone when the page is closed; export JSON to keep it.", &[file, why])
            }
            Notice::NoStorage => self.fill(
                "Peramban ini tidak menyimpan apa pun untuk halaman ini. Ekspor JSON sebelum menutupnya.",
                "This browser keeps nothing for this page. Export JSON before you close it.",
                &[],
            ),
            Notice::Copied(true) => self.fill("Tersalin.", "Copied.", &[]),
            Notice::Copied(false) => self.fill(
                "Peramban menolak akses ke papan klip.",
                "The browser refused access to the clipboard.",
                &[],
            ),
            Notice::Missing(file) => self.fill("{}: tidak dapat diambil dari situs ini.", "{}: could not be fetched from this site.", &[file]),
            Notice::OtherPack => self.fill(
                "Arsip situs ini tidak cocok dengan versi halaman ini, jadi teksnya dibaca langsung. Ini perlu waktu.",
                "This site's archive does not fit this version of the page, so its texts are read here. That takes a while.",
                &[],
            ),
            Notice::Taken(file) => self.fill("{}: artikel situs dengan nama ini tidak ditampilkan, karena artikel Anda bernama sama.", "{}: the site's article of this name is not shown, as one of yours is called the same.", &[file]),
            Notice::Added(count, _) => self.fill("{} ditambahkan.", "{} added.", &[&self.article_count(*count)]),
            Notice::Removed(source) => self.fill("{} dihapus.", "{} removed.", &[&source.name]),
            Notice::Corrected => self.fill("Koreksi disimpan.", "Correction saved.", &[]),
            Notice::Broken => self.fill(
                "Pembaca tidak dapat dimulai. Muat ulang halaman; bila tetap gagal, peramban ini belum mendukung WebAssembly.",
                "The reader could not be started. Reload the page; if it fails again, this browser lacks WebAssembly.",
                &[],
            ),
        }
    }

    fn unreadable(self, why: Unreadable) -> String {
        match why {
            Unreadable::Empty => self.pick("berkas ini kosong", "this file is empty").to_owned(),
            Unreadable::Binary => self.pick("ini bukan berkas teks", "this is not a text file").to_owned(),
            Unreadable::TooLarge => self.fill(
                "berkas ini terlalu besar untuk satu artikel (batas {} MB)",
                "this file is too large for one article (limit {} MB)",
                &[&self.number(LIMIT / 1_000_000)],
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
}
