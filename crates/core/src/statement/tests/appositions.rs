//! Names set behind descriptions, and what stands behind names.

use super::check;

#[test]
fn the_name_behind_the_place_of_a_description() {
    check(
        "\"[Kopi itu sehat,]\" kata dokter spesialis jantung di {L:Rumah Sakit Anu}, {Budi}, dalam diskusi.",
        &["Budi"],
    );
    check("\"[Kopi itu sehat,]\" kata Dokter Umum di {L:Rumah Sakit Anu}, dr. {Budi}, dalam diskusi.", &["Budi"]);
    check("Menurut kolumnis senior di {O:Harian Anu}, {Budi}, [harga kopi akan turun].", &["Budi"]);
    check("\"[Rupiah menguat,]\" ujar pengamat pasar uang dan komoditas, {Budi}, kemarin.", &["Budi"]);
    check("\"[Harga kopi turun,]\" kata pedagang di {L:Depok}.", &["pedagang"]);
}

#[test]
fn the_name_behind_what_somebody_is_to_another() {
    check("\"[Terima kasih,]\" tulis kakak {Ani}, {Budi}.", &["Budi"]);
    check("\"[Klien saya hanya saksi,]\" ujar kuasa hukum {Ani}, {Budi}, di kantornya.", &["Budi"]);
    check("Menurut pengacaranya, {Budi}, [uang itu belum diterima].", &["Budi"]);
    check("Menurut laporan yang sama, [{O:Klub Anu} mulai mencari pelatih].", &["laporan"]);
}

#[test]
fn a_description_that_points_back_with_the_name_of_another() {
    check("{Budi} datang. Adik dari {Siti Aminah} itu menegaskan [jembatan itu masih aman].", &["Budi"]);
    check("{Budi} datang. Politikus dari {O:Partai Anu} itu menilai [jembatan itu masih aman].", &["Budi"]);
}

#[test]
fn the_name_behind_a_rank() {
    check("\"[Dua orang ditahan,]\" terang Irwasum Polda Anu, Kombes Pol {Budi}, kemarin.", &["Budi"]);
}

#[test]
fn two_callings_of_one_person() {
    check("\"[Tidur itu penting,]\" kata peneliti dan pendidik {Budi}.", &["Budi"]);
}

#[test]
fn degrees_behind_a_name() {
    check("Menurut dr. {Ani}, Sp.A(K), [demam anak perlu dipantau].", &["Ani"]);
    check("Menurut dr. {Ani}, Sp.A, Spesialis Anak, [demam anak perlu dipantau].", &["Ani"]);
    check("Kepala Dinas, dr. {Ani}, {O:MKM}, menekankan [pentingnya vaksinasi].", &["Ani"]);
}

#[test]
fn a_high_office() {
    check("Menurut mantan pejabat tinggi bank sentral, {Budi}, [bunga akan turun].", &["Budi"]);
    check("\"[Jalan itu dibuka,]\" kata Plt. Kepala Dinas Anu, {Budi}, kemarin.", &["Budi"]);
}

#[test]
fn where_a_described_speaker_is() {
    check("Pejabat setempat di {L:Depok} mengatakan bahwa [jembatan itu rusak].", &["Pejabat setempat"]);
    check("Kepala desa di {L:Depok} {Budi} mengatakan bahwa [jembatan itu rusak].", &["Budi"]);
}

#[test]
fn a_stop_without_a_space_ends_the_speaker() {
    check("\"[Jalan itu ditutup,]\" kata kepolisian.Warga pulang.", &["kepolisian"]);
}

#[test]
fn a_quotation_alone_before_one_with_its_speaker_in_front() {
    check(
        "\"[Jembatan itu rusak,]\" kata {Budi}.\n\"[Kami akan menutupnya besok.]\"\n\
         Ketika ditanya di {L:Depok}, {Ani} mengatakan, \"[Kami belum tahu.]\"",
        &["Budi", "Budi", "Ani"],
    );
}

#[test]
fn words_that_open_a_sentence_are_no_part_of_the_speaker() {
    check("Mestinya jaksa menuntut [hakim memeriksa ulang bukti itu].", &["jaksa"]);
    check("Tentu {Budi} membantah [tudingan itu].", &["Budi"]);
}

#[test]
fn a_thing_behind_the_name_according_to_whom() {
    check("Menurut {Ani} [jumlah utang warga desa, khususnya di pasar, terus naik].", &["Ani"]);
}

#[test]
fn they_are_the_two_of_the_sentence_before() {
    check("{Budi} dan {Ani} tiba di balai desa. Keduanya berharap [jembatan itu segera dibuka].", &["Budi dan Ani"]);
    check("{Budi}/{Ani} menang lagi. Mereka mengaku [tidak mendengar suara penonton].", &["Budi / Ani"]);
}

#[test]
fn a_title_that_runs_on_to_the_name() {
    check("Duta Besar Kanada untuk {L:Indonesia} {Budi} mengatakan bahwa [kopi itu enak].", &["Budi"]);
    check("\"[Acara itu ramai,]\" kata Ketua Harian Lomba ke-12 {L:Kota Anu} {Budi} di kantornya.", &["Budi"]);
    check("\"[Acara itu ramai,]\" kata Kapolres kepada {Budi} di kantornya.", &["Kapolres"]);
}

#[test]
fn a_large_calling_behind_the_name() {
    check("{Budi}, President of Anu International menyatakan, [pasar itu penting].", &["Budi"]);
    check("Selain {Budi}, {O:Bank Anu} mengatakan [bunga akan turun].", &["Bank Anu"]);
}

#[test]
fn whoever_is_first_somewhere_is_pointed_back_to() {
    check("{Budi} tiba di pasar. Orang nomor satu di {L:Kota Anu} ini mengaku [senang melihat pasar itu].", &["Budi"]);
}

#[test]
fn who_is_beside_the_speaker_is_not_the_speaker() {
    check("\"[Pesawat itu aman,]\" kata Kapolda didampingi Pangdam Anu, {Budi}, di bandara.", &["Kapolda"]);
    check("\"[Pesawat itu aman,]\" kata Kapolda kepada pilot Anu, {Budi}, di bandara.", &["Kapolda"]);
}

#[test]
fn a_name_between_title_and_subject() {
    check("Menurut Kepala Dinas Anu, {Budi} [kebijakan itu akan berdampak baik].", &["Budi"]);
    check("Menurut keterangan {O:Bank Anu}, [{Budi} mulai bekerja bulan lalu].", &["Bank Anu"]);
    check("Menurut pemain bertahan Anu, {Budi}, [timnya hanya bertahan].", &["Budi"]);
}

#[test]
fn the_short_form_of_an_office_is_spelled_out() {
    check("\"[Kami menuntut terdakwa enam tahun,]\" kata JPU.", &["jaksa penuntut umum"]);
}
