//! What is a clause after a cue, and where a clause begins.

use super::check;

#[test]
fn a_matter_that_something_is_said_of() {
    check("{Budi} mengatakan [kondisi jembatan itu sudah membaik].", &["Budi"]);
    check("{Budi} menyebut [daftar penerima bantuan masih diperiksa].", &["Budi"]);
    check("{Budi} mengungkapkan kondisi jembatan yang rusak.", &[]);
}

#[test]
fn what_is_called_something_or_hoped_for_is_pointed_at() {
    check("{Budi} menyebut [hal itu sebagai tindakan yang keliru].", &["Budi"]);
    check("{Budi} berharap [hal ini ke depannya membantu warga].", &["Budi"]);
    check("{Budi} menyampaikan hal itu dalam rapat di balai desa.", &[]);
}

#[test]
fn somebody_of_whom_something_is_told() {
    check("{Budi} menyebut [dia datang ke pasar dengan sepeda].", &["Budi"]);
    check("{Budi} menyebut [{Ani} penyanyi yang rajin berlatih].", &["Budi"]);
    check("{Budi} menyebut [keputusan camat itu \"gila\"].", &["Budi"]);
    check("{Budi} melaporkan {Ani} ke polisi.", &[]);
}

#[test]
fn a_verb_behind_and_goes_with_the_cue() {
    check("Pemerintah telah menyampaikan nota protes dan membuka jalur darurat.", &[]);
}

#[test]
fn the_clause_goes_on_behind_the_speaker_with_no_comma() {
    check("Kunci sambal yang enak, menurut {Ani} [terletak pada cabai yang segar].", &["Ani"]);
    check("Namun, tegas {Budi} [tidak semua warga bisa pindah].", &["Budi"]);
    check("Kata {Budi} [jembatan itu ditutup sejak pagi].", &["Budi"]);
    check("[Ekspor kopi naik tajam tahun lalu], menurut data yang dirilis {O:Bank Anu}.", &["Bank Anu"]);
    check("Ceritanya berpusat pada {Budi}. Warga pulang.", &[]);
}

#[test]
fn the_subject_behind_the_body_according_to_which() {
    check("Menurut {O:Bank Anu} [harga itu sudah terlalu tinggi].", &["Bank Anu"]);
    check("Menurut {O:Bank Anu} setempat, [harga beras sudah terlalu tinggi].", &["Bank Anu"]);
}

#[test]
fn the_complementiser_of_a_clause_in_what_was_said() {
    check("{Budi} mengungkapkan kepada wartawan, [{Ani} mengetahui bahwa jembatan itu rusak].", &["Budi"]);
    check("{Budi} mengungkapkan kepada wartawan di balai desa bahwa [jembatan itu rusak].", &["Budi"]);
}

#[test]
fn a_word_of_saying_that_is_a_noun_in_a_headline() {
    check("{O:Bank Anu} Bayar Klaim Rp 5 Miliar\n\nWarga pulang.", &[]);
    check("{O:Bank Anu} Klaim [Bunga Pinjaman Turun]\n\nWarga pulang.", &["Bank Anu"]);
    check("Warga di {L:Depok} Protes [Jalan Rusak Dibiarkan]\n\nWarga pulang.", &["Warga"]);
    check("Klaim Hadiah Anda Sekarang Juga\n\nWarga pulang.", &[]);
    check("Kode Terbaru Hari Ini: Klaim Hadiah Sekarang\n\nWarga pulang.", &[]);
    check("Bank Anu Kembali Borong Emas, Nilainya Fantastis\n\nWarga pulang.", &[]);
}

#[test]
fn promising_tells_what_somebody_is_like() {
    check("Pada tes itu, {Budi} tampil menjanjikan.", &[]);
}

#[test]
fn reported_before_is_by_nobody() {
    check("Diberitakan sebelumnya Camat Anu, {Budi} diminta pindah ke kota lain.", &[]);
}

#[test]
fn what_is_told_of_is_not_what_is_said() {
    check("{Budi} menjelaskan soal jembatan yang ditutup sejak pagi.", &[]);
    check("{Budi} menanyakan soal [jembatan yang ditutup sejak pagi].", &["Budi"]);
    check("{Budi} menjelaskan bahwa [jembatan itu ditutup sejak pagi].", &["Budi"]);
}

#[test]
fn a_second_cue_right_behind_what_was_owned() {
    check("{Budi} mengakui perbuatannya dan menyatakan [uang itu sudah dikembalikan].", &["Budi"]);
}

#[test]
fn of_whom_something_is_said_before_a_quotation() {
    check(
        "Jembatan itu dinilai [sudah terlalu tua].\n\"[Harus diganti segera tahun ini,]\" kata {Budi}.",
        &["Budi", "Budi"],
    );
    check("{Budi} mengatakan [pasar itu ramai]. Langkah itu dinilai [tidak perlu diubah].", &["Budi", "Budi"]);
    check("Jembatan itu dinilai sudah terlalu tua. Warga pulang.", &[]);
    check(
        "Hal ini disampaikan Mentanidalam rapat di balai desa.\n\"[Harus diganti segera tahun ini,]\" kata {Budi}.",
        &["Budi"],
    );
}

#[test]
fn a_headline_that_tells_no_speaker() {
    check(
        "Jembatan Anu Dinilai [Sudah Terlalu Tua]\n\n\"[Jembatan itu sudah terlalu tua dan goyah,]\" kata {Budi}.",
        &["Budi", "Budi"],
    );
    check("Jembatan Anu Dinilai Sudah Terlalu Tua\n\nWarga pulang ke desa.", &[]);
}

#[test]
fn a_matter_behind_a_comma_and_a_second_verb() {
    check("{Budi} menjelaskan, kronologi penutupan jembatan itu.", &[]);
    check("{Budi} menjelaskan, [kronologi itu sudah dilaporkan kemarin].", &["Budi"]);
    check("{Budi} menjelaskan makna hari raya tahun ini.", &[]);
    check("{Budi} mengajak dan membuka kesempatan bagi warga.", &[]);
}

#[test]
fn whose_report_it_is() {
    check("Menurut laporan dari {O:Bank Anu}, [harga kopi turun tahun lalu].", &["Bank Anu"]);
    check("Menurut laporan dari {L:Depok}, [harga kopi turun tahun lalu].", &["laporan"]);
}
