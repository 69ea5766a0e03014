//! Values of the time line as people write them.

use crate::words::Language;

const MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

impl Language {
    /// A value of the time line as people write it: "24 Feb 2022, malam".
    pub fn when(self, value: &str) -> String {
        if let Some((from, to)) = value.split_once('/') {
            return self.range(from, to);
        }
        let about = value.ends_with(['~', '?']);
        let value = value.trim_end_matches(['~', '?', '%']);
        if value.starts_with('P') {
            return self.duration(value);
        }
        let (day, clock) = value.split_once('T').unwrap_or((value, ""));
        let mut text = self.day(day);
        if let Some(part) = self.part_of_day(clock) {
            text = format!("{text}, {part}");
        }
        if about { self.pick(format!("sekitar {text}"), format!("about {text}")) } else { text }
    }

    fn range(self, from: &str, to: &str) -> String {
        let plain = |end: &str| end.trim_end_matches(['~', '?', '%']).to_owned();
        let is_about = from.len() > plain(from).len() || to.len() > plain(to).len();
        let (first, last) = (self.when(&plain(from)), self.when(&plain(to)));
        let text = match (first.split_once(' '), last.split_once(' ')) {
            _ if first.is_empty() => return self.pick(format!("sampai {last}"), format!("until {last}")),
            _ if last.is_empty() || to == ".." => return self.pick(format!("sejak {first}"), format!("since {first}")),
            (Some((day, month)), Some((_, other))) if month == other => format!("{day}–{last}"),
            _ => format!("{first} – {last}"),
        };
        if is_about { self.pick(format!("sekitar {text}"), format!("about {text}")) } else { text }
    }

    fn day(self, value: &str) -> String {
        let mut parts = value.split('-');
        let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let Some(month) = month else { return year.to_owned() };
        if let Some(week) = month.strip_prefix('W') {
            return self.pick(format!("pekan {week}, {year}"), format!("week {week}, {year}"));
        }
        let names = self.pick(MONTHS[0], MONTHS[1]);
        let name = month.parse::<usize>().ok().and_then(|number| names.get(number.wrapping_sub(1)));
        match (name, day) {
            (Some(name), Some(day)) => format!("{} {name} {year}", day.trim_start_matches('0')),
            (Some(name), None) => format!("{name} {year}"),
            (None, _) => value.to_owned(),
        }
    }

    fn part_of_day(self, clock: &str) -> Option<String> {
        let word = match clock {
            "" => return None,
            "MO" => self.pick("pagi", "morning"),
            "MI" => self.pick("siang", "midday"),
            "AF" => self.pick("siang", "afternoon"),
            "EV" => self.pick("sore", "evening"),
            "NI" => self.pick("malam", "night"),
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
            ("2022-02-20TNI", "20 Feb 2022, malam", "20 Feb 2022, night"),
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
