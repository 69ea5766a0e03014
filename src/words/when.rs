//! Values of the time line as people write them.

use crate::words::Language;
use crate::words::intl::{Date, Style};

impl Language {
    /// A value of the time line as people write it: "24 Feb 2022, malam".
    pub fn when(self, value: &str) -> String {
        self.told(value, Style::Day)
    }

    /// The same with the weekday, where a day is told.
    pub fn when_in_full(self, value: &str) -> String {
        self.told(value, Style::Weekday)
    }

    fn told(self, value: &str, style: Style) -> String {
        if let Some((from, to)) = value.split_once('/') {
            return self.range(from, to);
        }
        let (plain, is_about) = about(value);
        if plain.starts_with('P') {
            return self.duration(plain);
        }
        let (day, clock) = plain.split_once('T').unwrap_or((plain, ""));
        let mut text = self.day(day, style);
        if let Some(part) = self.part_of_day(clock) {
            text = [text.as_str(), ", ", &part].concat();
        }
        self.around(text, is_about)
    }

    fn around(self, text: String, is_about: bool) -> String {
        if is_about { [self.pick("sekitar ", "about "), &text].concat() } else { text }
    }

    fn range(self, from: &str, to: &str) -> String {
        let ((from, one), (to, other)) = (about(from), about(to));
        let text = match (date(from), date(to)) {
            _ if from.trim_matches('.').is_empty() => [self.pick("sampai ", "until "), &self.when(to)].concat(),
            _ if to.trim_matches('.').is_empty() => [self.pick("sejak ", "since "), &self.when(from)].concat(),
            (Some(first), Some(last)) => self.days(first, last).unwrap_or_default(),
            _ => [self.when(from).as_str(), " – ", &self.when(to)].concat(),
        };
        self.around(text, one || other)
    }

    fn day(self, value: &str, style: Style) -> String {
        if let Some(date) = date(value) {
            return self.date(style, date);
        }
        let Some((year, month)) = value.split_once('-') else { return value.to_owned() };
        if let Some(week) = month.strip_prefix('W') {
            return [self.pick("pekan ", "week "), week, ", ", year].concat();
        }
        match (year.parse(), month.parse()) {
            (Ok(year), Ok(month)) if (1..=12).contains(&month) => self.date(Style::Month, (year, month, 1)),
            _ => value.to_owned(),
        }
    }

    fn part_of_day(self, clock: &str) -> Option<String> {
        let word = match clock {
            "" => return None,
            "MO" => self.pick("pagi", "morning"),
            "MI" => self.pick("siang", "midday"),
            "AF" => self.pick("siang", "afternoon"),
            "EV" => self.pick("sore", "evening"),
            "NI" => self.pick("malam/dini hari", "night"),
            "DT" => self.pick("siang hari", "daytime"),
            _ => return Some(self.clock(clock)),
        };
        Some(word.to_owned())
    }

    fn clock(self, clock: &str) -> String {
        let (time, zone) = clock.find(['+', 'Z']).map_or((clock, ""), |at| clock.split_at(at));
        let zone = match zone {
            "+07:00" => " WIB",
            "+08:00" => " WITA",
            "+09:00" => " WIT",
            "Z" | "+00:00" => " UTC",
            other => other,
        };
        self.pick(format!("pukul {}{zone}", time.replace(':', ".")), format!("{time}{zone}"))
    }

    fn duration(self, value: &str) -> String {
        let (days, clock) =
            value.trim_start_matches('P').split_once('T').unwrap_or((value.trim_start_matches('P'), ""));
        let unit = |letter: char, in_clock: bool| match (letter, in_clock) {
            ('Y', _) => self.pick("tahun", "years"),
            ('M', false) => self.pick("bulan", "months"),
            ('M', true) => self.pick("menit", "minutes"),
            ('W', _) => self.pick("pekan", "weeks"),
            ('D', _) => self.pick("hari", "days"),
            ('H', _) => self.pick("jam", "hours"),
            ('S', _) => self.pick("detik", "seconds"),
            _ => "",
        };
        let several = self.pick("beberapa", "several");
        let mut parts = Vec::new();
        for (part, in_clock) in [(days, false), (clock, true)] {
            for piece in part.split_inclusive(|c: char| c.is_ascii_alphabetic() && c != 'X') {
                let number = piece.trim_end_matches(|c: char| c.is_ascii_alphabetic() && c != 'X');
                let letter = piece.chars().next_back().unwrap_or_default();
                parts.push(format!("{} {}", if number == "X" { several } else { number }, unit(letter, in_clock)));
            }
        }
        parts.join(" ")
    }
}

/// A value without the signs that make it vague, and whether there were any.
fn about(value: &str) -> (&str, bool) {
    let plain = value.trim_end_matches(['~', '?', '%']);
    (plain, plain.len() < value.len())
}

/// The date of a value that is one.
fn date(value: &str) -> Option<Date> {
    let mut parts = value.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (1..=12).contains(&date.1).then_some(date)
}

#[cfg(test)]
mod tests {
    use crate::words::Language;

    #[test]
    fn times_are_told_as_people_write_them() {
        for (value, id, en) in [
            ("2022-02-24", "24 Feb 2022", "24 Feb 2022"),
            ("2022-05", "Mei 2022", "May 2022"),
            ("2022", "2022", "2022"),
            ("2022-W08", "pekan 08, 2022", "week 08, 2022"),
            ("2022-02-20TNI", "20 Feb 2022, malam/dini hari", "20 Feb 2022, night"),
            ("2025-06-10T10:00+07:00", "10 Jun 2025, pukul 10.00 WIB", "10 Jun 2025, 10:00 WIB"),
            ("2022-02-01/2022-02-03", "1–3 Feb 2022", "1–3 Feb 2022"),
            ("2022-01-30/2022-02-03", "30 Jan 2022 – 3 Feb 2022", "30 Jan 2022 – 3 Feb 2022"),
            ("2022-02-01~/2022-02-10~", "sekitar 1–10 Feb 2022", "about 1–10 Feb 2022"),
            ("2022-02-01/", "sejak 1 Feb 2022", "since 1 Feb 2022"),
            ("2022-02-01~", "sekitar 1 Feb 2022", "about 1 Feb 2022"),
            ("PT3H", "3 jam", "3 hours"),
            ("P2D", "2 hari", "2 days"),
            ("PXD", "beberapa hari", "several days"),
            ("", "", ""),
        ] {
            assert_eq!((Language::Indonesian.when(value).as_str(), Language::English.when(value).as_str()), (id, en));
        }
    }
}
