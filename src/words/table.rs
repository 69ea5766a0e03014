//! The words of the interface that are nothing but words.

use crate::words::Language;

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
    without_seeds: "Sembunyikan artikel situs ini", "Hide the articles of this site";
    with_seeds: "Tampilkan artikel situs ini", "Show the articles of this site";
    timeline_of: "Dari artikel yang dicentang, atau dari peristiwa terbesar bila tidak ada yang dicentang.", "Of the ticked articles, or of the largest event when none is ticked.";
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
    event_hint: "Centang artikel lain di daftar agar peristiwanya dapat dipilih.", "Tick another article in the list to choose its event.";
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
    searching: "Sedang dicari …", "Searching …";
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
    in_event: "di peristiwa ini", "in this event";
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
