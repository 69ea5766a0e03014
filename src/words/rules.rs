//! The keys of the page and the rules of the core, in words.

use silang_core::time::check::Oddity;

use crate::words::Language;

/// The keys that do something.
pub const KEYS: [(&str, &str, &str); 12] = [
    ("j  k", "tanda berikutnya, sebelumnya", "next, previous mark"),
    ("Enter", "buka kartu tanda itu", "open the card of that mark"),
    ("1 – 5", "nyalakan atau padamkan satu lapisan", "switch one layer on or off"),
    ("0", "teks bersih, lalu semua lapisan lagi", "clean text, then all layers again"),
    ("/", "cari", "search"),
    ("n  m", "hasil berikutnya, sebelumnya", "next, previous hit"),
    ("z  y", "urungkan, ulangi koreksi", "undo, redo a correction"),
    ("b", "bandingkan berita ini", "compare this story"),
    ("t", "linimasa", "timeline"),
    ("l", "gulir bersama atau sendiri-sendiri", "scroll together or each alone"),
    ("?", "daftar tombol", "list of keys"),
    ("Esc", "tutup", "close"),
];

/// The rules of the core in words: what was seen in the text.
const RULES: [(&str, &str, &str); 47] = [
    ("reader", "dikoreksi oleh Anda", "corrected by you"),
    ("model", "dikenali dari kata dan kalimat di sekitarnya", "recognised by the words around it"),
    ("clock", "jam yang disebut dengan angka", "a clock time in figures"),
    ("day", "hari atau tanggal yang disebut", "a day or date that is named"),
    ("day-word", "kata seperti “kemarin” atau “hari ini”", "a word like “yesterday” or “today”"),
    ("length", "lama waktu", "a length of time"),
    ("month", "bulan yang disebut", "a month that is named"),
    ("part-of-day", "bagian hari", "a part of the day"),
    ("part-of-year", "bagian tahun", "a part of the year"),
    ("period", "masa yang dirujuk dari waktu lain", "a period told from another time"),
    ("repeated", "waktu yang berulang", "a repeated time"),
    ("year", "tahun yang disebut", "a year that is named"),
    ("feast", "hari raya atau hari peringatan", "a feast or commemoration"),
    ("counted-from-feast", "hari yang dihitung dari hari raya", "a day counted from a feast"),
    ("from-date", "waktu yang dihitung dari tanggal", "a time counted from a date"),
    ("vague", "waktu yang disebut samar", "a time told vaguely"),
    ("quotation, cue", "kutipan, lalu kata seperti “ujar”", "a quotation, then a word of saying"),
    ("quotation, cue, quotation", "kutipan yang disela kata seperti “ujar”", "a quotation broken by a word of saying"),
    (
        "quotation, speaker, cue",
        "kutipan, lalu penutur dan kata seperti “ujar”",
        "a quotation, then speaker and word of saying",
    ),
    ("cue, quotation", "kata seperti “ujar”, lalu kutipan", "a word of saying, then a quotation"),
    (
        "quotation alone",
        "kutipan tanpa kata seperti “ujar”; penutur dari kutipan di dekatnya",
        "a quotation without a word of saying; speaker from its neighbours",
    ),
    (
        "speaker, cue, clause",
        "penutur, kata seperti “mengatakan”, lalu isinya",
        "speaker, word of saying, then what was said",
    ),
    ("according to, clause", "“menurut …”, lalu isinya", "“according to …”, then what was said"),
    ("clause, according to", "isinya, lalu “menurut …”", "what was said, then “according to …”"),
    ("clause, cue", "isinya, lalu kata seperti “ujar”", "what was said, then a word of saying"),
    ("clause, cue, clause", "isinya, disela kata seperti “ujar”", "what was said, broken by a word of saying"),
    (
        "passive cue, clause",
        "bentuk pasif seperti “disebut”, lalu isinya",
        "a passive like “is said”, then what was said",
    ),
    (
        "pointing back, passive cue",
        "“hal itu diungkapkan …” menunjuk kalimat sebelumnya",
        "“this was said by …” points back at the sentence before",
    ),
    (
        "clause, speaker, cue",
        "isinya, lalu penutur dan kata seperti “ujar”",
        "what was said, then speaker and word of saying",
    ),
    ("clause, thus, speaker", "isinya, lalu “demikian …”", "what was said, then “thus …”"),
    (
        "embedded quotation, cue",
        "kalimat dengan kutipan di dalamnya, lalu kata seperti “ujar”",
        "a sentence with a quotation in it, then a word of saying",
    ),
    (
        "quotation, unknown cue",
        "kutipan, lalu nama dan kata yang tidak dikenal",
        "a quotation, then a name and an unknown word",
    ),
    ("passive cue, agent, clause", "“disebut oleh …”, lalu isinya", "“is said by …”, then what was said"),
    (
        "passive cue, agent, predicate",
        "yang dibicarakan, “disebut oleh …”, lalu isinya",
        "whom it is about, “is said by …”, then what was said",
    ),
    (
        "passive cue with clitic, predicate",
        "yang dibicarakan, bentuk seperti “disebutnya”, lalu isinya",
        "whom it is about, a form like “disebutnya”, then what was said",
    ),
    (
        "clause, passive cue",
        "isinya, lalu bentuk pasif seperti “disebut”",
        "what was said, then a passive like “is said”",
    ),
    (
        "agentless passive cue, clause",
        "bentuk pasif tanpa penutur, lalu isinya",
        "a passive that names no speaker, then what was said",
    ),
    (
        "somebody, passive cue, predicate",
        "yang dibicarakan, “disebut” atau “dinilai”, lalu isinya; penutur dari kalimat di dekatnya",
        "whom it is about, “is said” or “is judged”, then what was said; speaker from a sentence nearby",
    ),
    ("agreement", "jenis nama yang sama di tempat lain", "the kind that the same name has elsewhere"),
    ("abbreviation", "singkatan dalam kurung di belakang nama", "a short form in brackets behind a name"),
    (
        "noun, speaker, that",
        "kata benda seperti “pernyataan”, penutur, lalu isinya",
        "a noun like “statement”, the speaker, then what was said",
    ),
    ("medium, clause", "media yang dikutip, lalu isinya", "the medium quoted, then what was said"),
    ("headline with colon", "judul: nama, titik dua, isinya", "a headline: name, colon, what was said"),
    (
        "border",
        "batas nama diperbaiki menurut kata di sekitarnya",
        "where the name ends was set by the words around it",
    ),
    ("gazetteer", "ada dalam daftar nama", "stands in a list of names"),
    ("list", "berada di antara nama sejenis", "stands in a list of names of one kind"),
    ("repeat", "nama yang sama disebut di tempat lain", "named elsewhere in the same article"),
];

/// Why a difference is one, in words: the reports that the worker writes need these and no more.
const REASONS: [(&str, &str, &str); 24] = [
    ("title", "jabatan orang yang sama disebut berbeda", "another title for the same person"),
    ("short-form", "kepanjangan singkatan berbeda", "the short form is spelled out differently"),
    ("name-spelling", "ejaan nama berbeda", "the name is spelt differently"),
    ("certainty", "tingkat kepastian berbeda", "told with another certainty"),
    ("time", "waktunya berbeda untuk hal yang sama", "another time for the same thing"),
    ("time-precision", "satu artikel menyebut waktunya lebih rinci", "one tells the time more exactly"),
    ("occasion", "hari ucapan yang sama berbeda", "another day for the same utterance"),
    ("occasion-place", "tempat ucapan berbeda", "another place of speaking"),
    (
        "occasion-quoted",
        "satu artikel menyebut hari ucapan, yang lain hari dikutip",
        "one gives the day of speaking, the other that of quoting",
    ),
    ("spot", "satu artikel menyebut tempatnya lebih rinci", "one names the place more exactly"),
    ("code", "nomor atau akun berbeda satu tanda", "a number or account differs by one sign"),
    ("fuller-name", "nama lebih lengkap di satu artikel", "one article has the fuller name"),
    ("date-slip", "hari dan tanggal di satu artikel tidak cocok", "weekday and date of one article do not fit"),
    ("zone", "waktu yang sama di zona lain", "the same time in another zone"),
    ("stage", "tahap kejadian berbeda", "another stage of what happened"),
    ("wording", "kata yang dipilih berbeda", "other words were chosen"),
    ("figure", "angkanya berbeda untuk hal yang sama", "another figure for the same thing"),
    ("figure-precision", "angka yang satu lebih rinci", "one figure is more exact"),
    ("speaker", "penuturnya berbeda untuk ucapan yang sama", "another speaker for the same utterance"),
    (
        "agent-office",
        "yang satu menyebut orangnya, yang lain lembaga atau negaranya",
        "one names the person, the other the body or country",
    ),
    (
        "source",
        "yang satu menyebut lembaga, yang lain orangnya",
        "one names the body as the source, the other a person",
    ),
    ("speaker-office", "yang satu menyebut nama, yang lain jabatan", "one names the speaker, the other the office"),
    ("speaker-body", "yang satu menyebut orang, yang lain lembaganya", "one names the person, the other the body"),
    ("place", "tempatnya berbeda untuk hal yang sama", "another place for the same thing"),
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

impl Language {
    /// The rule that made a mark, in words.
    pub fn rule(self, rule: &str) -> String {
        let told = RULES.iter().find(|(name, ..)| *name == rule);
        told.map_or(rule, |(_, id, en)| self.pick(id, en)).to_owned()
    }

    /// Why a difference is one, in words.
    pub fn difference_rule(self, reason: &str) -> String {
        let told = REASONS.iter().find(|(name, ..)| *name == reason);
        told.map_or(reason, |(_, id, en)| self.pick(id, en)).to_owned()
    }

    /// What is odd about a date; `weekday` is the one it really has (Monday = 1).
    pub fn oddity(self, oddity: Oddity, weekday: Option<u32>) -> String {
        let days = self.pick(WEEKDAYS[0], WEEKDAYS[1]);
        let day = weekday.and_then(|day| days.get(day.wrapping_sub(1) as usize)).copied().unwrap_or_default();
        match oddity {
            Oddity::WeekdayDiffers => self.fill("tanggal itu hari {}", "that date is a {}", &[day]),
            Oddity::Impossible => self.pick("tanggal itu tidak ada", "there is no such date").to_owned(),
            Oddity::OrderInDoubt => {
                self.pick("hari dan bulan mungkin tertukar", "day and month may stand the other way round").to_owned()
            }
            Oddity::TwoDates => self
                .pick(
                    "disebut hari ini, kemarin atau besok, tetapi tanggal terbitnya lain",
                    "called today, yesterday or tomorrow, but the day of publication is another",
                )
                .to_owned(),
            Oddity::AfterPublication => self
                .pick(
                    "diceritakan sudah lewat, tetapi sesudah tanggal terbit",
                    "told as past, but after the publication date",
                )
                .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use silang_core::compare::differ;
    use silang_core::{entity, statement, time};

    use super::{REASONS, RULES};

    #[test]
    fn every_rule_and_reason_has_words() {
        let told = |rule: &&str| RULES.iter().any(|(name, ..)| name == rule);
        let all = statement::RULES.into_iter().chain(entity::RULES).chain(time::rules());
        let is_reason = |reason: &&str| REASONS.iter().any(|(name, ..)| name == reason);
        let unknown = differ::REASONS.into_iter().filter(|reason| !is_reason(reason));
        let unknown: Vec<_> = all.filter(|rule| !told(rule)).chain(unknown).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
