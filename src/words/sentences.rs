//! Words with something in between: counts, names, corrections.

use crate::corrections::{About, Correction};
use crate::view::layer::Layer;
use crate::words::Language;
use crate::words::own::start;

impl Language {
    /// A number of articles.
    pub fn article_count(self, count: usize) -> String {
        let number = self.number(count);
        let word = if count == 1 { "article" } else { "articles" };
        [number.as_str(), " ", self.pick("artikel", word)].concat()
    }

    /// How much was found in an article.
    pub fn counts(self, names: usize, times: usize, statements: usize) -> String {
        self.fill(
            "{} nama · {} waktu · {} pernyataan",
            "{} names · {} times · {} statements",
            &[&self.number(names), &self.number(times), &self.number(statements)],
        )
    }

    /// A correction in words.
    pub fn correction(self, correction: &Correction) -> String {
        match correction {
            Correction::NotAName(name) => self.fill("“{}” bukan nama", "“{}” is not a name", &[name]),
            Correction::Rename(from, to) => [from, " → ", to].concat(),
            Correction::About(About { doc, title, outlet, published }) => {
                let told = [title.clone(), outlet.clone(), self.when(published)];
                let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
                [doc.as_str(), ": ", &told.join(" · ")].concat()
            }
            Correction::Move(doc, None) => self.fill("{}: berita tersendiri", "{}: a story of its own", &[doc]),
            Correction::Move(doc, Some(to)) => {
                self.fill("{}: satu peristiwa dengan {}", "{}: the same event as {}", &[doc, to])
            }
            Correction::Kind(name, kind) => [name, ": ", self.layer(Layer::from(*kind))].concat(),
            Correction::Split(name, words) => self.fill("“{}” bukan {}", "“{}” is not {}", &[words, name]),
            Correction::Speaker(words, name) => [&start(words), " → ", name].concat(),
            Correction::NotSaid(words) => {
                let words = start(words);
                self.fill("{} bukan pernyataan", "{} is no statement", &[&words])
            }
            Correction::When(words, value, None) => {
                let all = self.pick("di mana pun", "everywhere");
                [&start(words), " → ", &self.when(value), ", ", all].concat()
            }
            Correction::When(words, value, Some(place)) => {
                [&start(words), " → ", &self.when(value), " (", &place.doc, ")"].concat()
            }
        }
    }

    /// A number of hits, and whether these are all.
    pub fn hit_count(self, count: usize, is_all: bool) -> String {
        let so_far = if is_all { "" } else { self.pick(" sejauh ini", " so far") };
        [self.number(count).as_str(), self.pick(" hasil", " hits"), so_far].concat()
    }

    /// That so many more articles can be searched, which have these words though perhaps not side by side.
    pub fn deeper(self, left: usize) -> String {
        let left = self.article_count(left);
        self.fill("Cari juga di {} lain yang mungkin memuatnya", "Search the other {} that may have it", &[&left])
    }

    /// What is written out: so many articles, beside which the site has so many that are not listed.
    pub fn exported(self, count: usize, unlisted: usize) -> String {
        let (count, all) = (self.article_count(count), self.number(count + unlisted));
        match unlisted {
            0 => self.fill("Ekspor {}", "Export {}", &[&count]),
            _ => self.fill(
                "Ekspor {} yang sudah tampil dalam daftar, dari {}",
                "Export the {} listed so far, of {}",
                &[&count, &all],
            ),
        }
    }

    /// That articles named in the address are not here.
    pub fn unknown(self, docs: &[String]) -> String {
        self.fill(
            "{}: tidak ada di halaman ini. Mungkin artikel itu hanya ada di peramban orang yang membagikan alamat ini.",
            "{}: not on this page. The article may be only in the browser of whoever shared this address.",
            &[&docs.join(", ")],
        )
    }

    /// A comparison in one sentence.
    pub fn headline(self, articles: usize, shared: usize, utterances: usize, differences: usize) -> String {
        self.fill(
            "{} artikel, {} tokoh di semuanya, {} pernyataan sama, {} perbedaan.",
            "{} articles, {} people in all of them, {} shared statements, {} differences.",
            &[&self.number(articles), &self.number(shared), &self.number(utterances), &self.number(differences)],
        )
    }
}
