//! Constructions around cues: clauses beside the main one, wishes, what a report is about, headlines.

use super::check;

#[test]
fn a_cue_in_a_relative_clause() {
    check("Pesan itu datang dari {Budi} yang menyebut [jembatan itu akan ditutup].", &["Budi"]);
    check("Ada nelayan yang mengaku [kehilangan jaring di dermaga 12B]. Warga pulang.", &["nelayan"]);
    check("Saran itu datang dari {Budi} yang meminta [{Ani} untuk pulang].", &["Budi"]);
    check("Jalan itu dibangun {Budi} yang menyebut angka besar.", &[]);
}

#[test]
fn a_second_speaker_in_the_same_sentence() {
    check(
        "{Budi} mengatakan [jalan itu rusak], dan {Ani} menegaskan bahwa [jalan itu sudah diperbaiki].",
        &["Budi", "Ani"],
    );
    check("{Budi} mengecam [keputusan bupati itu], menyebutnya sebagai [langkah yang keliru].", &["Budi", "Budi"]);
    check(
        "{Budi} menyalahkan [petugas atas banjir itu], dengan berargumen bahwa [pintu air terlambat dibuka].",
        &["Budi", "Budi"],
    );
}

#[test]
fn the_subject_right_behind_the_person_according_to_whom() {
    check("Menurut Menteri Perhubungan {Budi} [jadwal kapal itu belum pernah berubah].", &["Budi"]);
    check("Menurut Menteri Perhubungan {Budi}, [jadwal kapal itu belum pernah berubah].", &["Budi"]);
}

#[test]
fn a_wish_for_others_is_a_statement_and_a_plan_is_none() {
    check("{Budi} ingin [sungai itu dijaga oleh semua warga].", &["Budi"]);
    check("{Budi} tak ingin [sungai itu rusak karena dikotori warga].", &["Budi"]);
    check("{Budi} ingin membangun rumah di tepi sungai itu.", &[]);
    check("{Budi} yakin [timnya bakal menang besok].", &["Budi"]);
}

#[test]
fn what_a_report_is_about_is_not_what_it_says() {
    check("{Budi} mengungkapkan alasan dirinya berhenti bekerja di kota.", &[]);
    check("{Budi} Ungkap Penyebab Jembatan Ditutup\n\nWarga pulang.", &[]);
    check("Petugas mengungkap kasus pencurian yang terjadi bulan lalu.", &[]);
    check("Kiper {Budi} menepis tembakan keras lawan pada menit akhir.", &[]);
    check("{Budi} mengungkapkan bahwa [alasannya berhenti adalah sakit].", &["Budi"]);
    check("{Budi} menjelaskan sejumlah hal. Warga pulang.", &[]);
    check("{Budi} meminta keterangan dari saksi dan sedang memeriksa lokasi itu.", &[]);
    check("{Budi} mengonfirmasi [adanya retakan pada tiang jembatan].", &["Budi"]);
    check("BUMN meminta tambahan modal dari kas negara. {Budi} meminta [warga tetap tenang].", &["Budi"]);
}

#[test]
fn the_sentence_before_thus() {
    check("[Jembatan itu dibuka lagi bulan depan]. Demikian disampaikan {Budi} terkait nasib jembatan itu.", &["Budi"]);
}

#[test]
fn a_noun_of_saying_with_the_subject_of_its_verb() {
    check("{Budi} memberikan keterangan bahwa [ada dua calon yang mundur].", &["Budi"]);
    check("{O:Bank Anu} menggugat pemerintah dengan alasan bahwa [pajak baru terlalu berat].", &["Bank Anu"]);
}

#[test]
fn a_text_speaks_for_whose_it_is() {
    check("Menurut keterangan resmi {O:Bank Anu}, [bunga pinjaman akan turun].", &["Bank Anu"]);
}

#[test]
fn a_description_in_the_headline_is_the_one_who_says_the_same_below() {
    check(
        "Jembatan Batal Ditutup, Legislator Minta [Perbaikan Dipercepat]\n\n\
         Anggota dewan {Budi} berharap [perbaikan jembatan itu dipercepat]. \"[Harus segera,]\" kata legislator ini.",
        &["Budi", "Budi", "Budi"],
    );
}

#[test]
fn a_clause_before_the_colon_of_a_headline() {
    check("Divonis Tiga Tahun, Ibunda {Budi}: [Saya Menerima]\n\nWarga pulang.", &["Ibunda Budi"]);
    check("{Budi} Ceritakan Malam di Atas Kapal: [Sampai Demam Tinggi]\n\nWarga pulang.", &["Budi"]);
    check("{Budi} Ditangkap Petugas di Desa: Ini Kronologinya\n\nWarga pulang.", &[]);
}

#[test]
fn where_it_was_said_is_no_content() {
    check("{O:Klub Anu} mengatakan melalui akun resminya, [laga itu ditunda sepekan].", &["Klub Anu"]);
    check("{O:Bank Anu} mengatakan dalam sebuah laporan kalau [bunga pinjaman segera turun].", &["Bank Anu"]);
    check("{Ani} menuturkan, [hal itu karena sungai meluap semalaman]. ", &["Ani"]);
}

#[test]
fn bodies_close_a_sentence_too() {
    check(
        "[Pabrik itu akan memangkas sepersepuluh pekerjanya], kantor berita {O:Kabar} melaporkan.",
        &["kantor berita Kabar"],
    );
}

#[test]
fn a_name_after_the_comma_is_a_speaker_or_a_subject() {
    check("Menurut majelis hakim, [{Budi} tidak bisa menunjukkan surat tanah itu].", &["majelis hakim"]);
    check("Di sisi lain, menurut {Budi}, [jalan itu tidak bisa dilalui truk].", &["Budi"]);
    check("Menurut Ketua Dewan, {Budi}, [jalan itu tidak bisa dilalui truk].", &["Budi"]);
    check("{Ani}, kuasa hukum {Budi}, menyatakan bahwa [{Citra} adalah saksi penting].", &["Ani"]);
    check("[Bus itu terguling karena rem blong], kata {Ani}, direktur lalu lintas {O:Polda Anu}.", &["Ani"]);
    check("\"[Anak perlu waktu bermain,]\" kata psikolog dan pakar pengasuhan, {Ani}, kemarin.", &["Ani"]);
}

#[test]
fn what_is_brought_to_somebody_is_not_said() {
    check("{O:Toko Anu} sudah melaporkan pencurian ini secara tertulis kepada {O:Polri}.", &[]);
    check("{Ani} mengucapkan sumpah jabatannya di balai kota.", &[]);
    check("{Ani} melaporkan [jalan itu sudah ditutup petugas].", &["Ani"]);
}

#[test]
fn a_second_cue_ends_the_first_content() {
    check(
        "{Budi} memerintahkan [petugas untuk menutup jalan itu], dengan menyebut [jembatan di ujungnya sebagai bahaya bagi warga].",
        &["Budi", "Budi"],
    );
    check("\"[Jangan sampai meluas,]\" ujarnya, menekankan [pentingnya tindakan cepat].", &["", ""]);
}

#[test]
fn a_bare_title_of_a_court_means_the_one_who_bears_it() {
    check(
        "\"[Kapan itu?]\" tanya jaksa. Jaksa KPK {Ani} lalu diam. \"[Sudah lama,]\" kata warga. Warga {Budi} diam.",
        &["Ani", "warga"],
    );
    check("\"[Kapan itu?]\" tanya jaksa. Jaksa {Ani} dan jaksa {Citra} lalu diam.", &["jaksa"]);
}

#[test]
fn the_short_form_of_an_office_is_the_one_who_holds_it() {
    check("Menteri Luar Negeri {Budi} bertemu {Ani}.\n\n“[Kami sepakat,]” kata Menlu.", &["Budi"]);
    check("Menlu {Budi} bertemu {Ani}.\n\n“[Kami sepakat,]” kata menteri luar negeri itu.", &["Budi"]);
    check("Wakil Menteri Luar Negeri {Budi} bertemu {Ani}.\n\n“[Kami sepakat,]” kata Menlu.", &["Menlu"]);
    check("Menteri Keuangan {Budi} bertemu {Ani}.\n\n“[Kami sepakat,]” kata Menlu.", &["Menlu"]);
}

#[test]
fn who_is_called_so_is_the_one_named() {
    check("Pelaku pencurian berinisial {AB} ditangkap.\n\nPelaku mengaku [lapar dan haus].", &["AB"]);
    check("{Budi} datang.\n\n“[Saya senang,]” kata pria yang akrab disapa {Ani} itu.", &["Ani"]);
}

#[test]
fn media_and_bodies_behind_their_dates_and_short_forms() {
    check(
        "Harga beras naik.\n\nSeperti dilansir {O:Koran Kita}, [harga beras naik 3 persen kemarin].",
        &["Koran Kita"],
    );
    check("Menurut {O:Bank Anu} ({O:BA=Bank Anu}), [kredit tumbuh 8 persen bulan lalu].", &["Bank Anu"]);
}

#[test]
fn a_cue_in_front_of_the_speaker_in_a_headline() {
    check("Kata {Budi} soal Jembatan Rusak: [Warga Harus Segera Lapor]\n\nWarga pulang.", &["Budi"]);
}

#[test]
fn where_it_was_read_is_not_what_was_said() {
    check("Menurut {Budi}, dikutip dari Koran Anu, [jembatan itu sudah lama rusak].", &["Budi"]);
    check("{Budi} mengatakan, mengutip kantor desa setempat, [jembatan itu sudah lama rusak].", &["Budi"]);
}

#[test]
fn an_item_of_a_list_has_no_speaker_in_its_number() {
    check("Ada dua alasan.\n1. Menjamin bahwa jembatan itu aman.", &[]);
}

#[test]
fn they_are_the_body_with_which_the_sentence_before_opens() {
    check("Pihak {O:Bank Anu} membantahnya. Mereka mengatakan [bunga pinjaman tidak naik].", &["Bank Anu"]);
    check("Nasabah {O:Bank Anu} datang ke {O:Bank Tani}. Mereka mengatakan [bunga pinjaman naik].", &[""]);
}
