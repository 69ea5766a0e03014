//! The timeline as a drawn band: three tracks, bars for vague dates.

use silang_core::compare::Role;
use silang_core::facts::MomentFact;
use yew::prelude::*;

use crate::order;
use crate::view::html::html;
use crate::words::Language;

/// The word in `data-role`.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Happened => "happened",
        Role::Said => "said",
        Role::Published => "published",
    }
}

const ROLES: [Role; 3] = [Role::Happened, Role::Said, Role::Published];
const WIDTH: i64 = 1000;

/// The days that a value covers, counted in a calendar of equal months; enough for drawing.
fn days(value: &str) -> Option<(i64, i64)> {
    if let Some((from, to)) = value.split_once('/') {
        return match (days(from), days(to)) {
            (Some((start, _)), Some((_, end))) => Some((start, end)),
            (one, other) => one.or(other),
        };
    }
    let value = value.split(['T', '~', '?', '%']).next().unwrap_or_default();
    let mut parts = value.split('-');
    let year: i64 = parts.next()?.parse().ok()?;
    let start = year * 372;
    let Some(month) = parts.next() else { return Some((start, start + 371)) };
    if let Some(week) = month.strip_prefix('W') {
        let week: i64 = week.parse().ok()?;
        return Some((start + week * 7, start + week * 7 + 6));
    }
    let start = start + (month.parse::<i64>().ok()? - 1) * 31;
    let Some(day) = parts.next() else { return Some((start, start + 30)) };
    let start = start + day.parse::<i64>().ok()? - 1;
    Some((start, start))
}

/// Where things stand: gaps grow with the logarithm of their days, so that one old date does not press the rest together.
fn positions(mut starts: Vec<i64>) -> Vec<(i64, i64)> {
    order::sort_by_key(&mut starts, |&start| start);
    starts.dedup();
    let mut at = 0;
    let mut last = starts.first().copied().unwrap_or_default();
    let mut out = Vec::new();
    for start in starts {
        let gap = u64::try_from(start - last).unwrap_or_default();
        at += i64::from((gap + 1).ilog2()) * 2 + i64::from(gap > 0) * 3;
        out.push((start, at));
        last = start;
    }
    let all = at.max(1);
    for place in &mut out {
        place.1 = 20 + place.1 * (WIDTH - 40) / all;
    }
    out
}

fn place(positions: &[(i64, i64)], day: i64) -> i64 {
    let before = positions.partition_point(|&(start, _)| start <= day).saturating_sub(1);
    positions.get(before).map_or(0, |&(_, at)| at)
}

fn track(moments: &[MomentFact], positions: &[(i64, i64)], index: usize, role: Role) -> Html {
    let y = 12 + index * 20;
    let told = moments.iter().filter(|moment| moment.items.iter().any(|item| item.role == role));
    let bar = |moment: &MomentFact| {
        let (start, end) = days(&moment.value)?;
        let (from, to) = (place(positions, start), place(positions, end));
        let class = if start < end { "vague" } else { "exact" };
        let d = format!("M{} {y}h{}", from - 4, (to - from).max(0) + 8);
        Some(html! { <path key={moment.value.clone()} {class} data-value={moment.value.clone()} {d} /> })
    };
    html! { <g key={index} data-role={role_name(role)}>{ for told.filter_map(bar) }</g> }
}

/// The band; none when there are fewer than two dates.
pub fn band(moments: &[MomentFact], language: Language) -> Html {
    let covered: Vec<(i64, i64)> = moments.iter().filter_map(|moment| days(&moment.value)).collect();
    let positions = positions(covered.iter().flat_map(|&(start, end)| [start, end]).collect());
    if positions.len() < 2 {
        return Html::default();
    }
    let tracks = ROLES.iter().enumerate().map(|(index, &role)| track(moments, &positions, index, role));
    let name =
        |&role: &Role| html! { <li key={role_name(role)} data-role={role_name(role)}>{ language.role(role) }</li> };
    let ends = [moments.first(), moments.last()].map(|moment| moment.map(|moment| language.when(&moment.value)));
    html! {
        <div class="band" aria-hidden="true">
            <ul>{ for ROLES.iter().map(name) }</ul>
            <svg viewBox="0 0 1000 64" preserveAspectRatio="none">{ for tracks }</svg>
            <p>{ for ends.into_iter().flatten().map(|end| html! { <span>{ end }</span> }) }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{days, positions};

    #[test]
    fn vague_values_cover_more_days() {
        let length = |value| days(value).map(|(start, end)| end - start);
        assert_eq!(length("2022-02-24T10:00+07:00"), Some(0));
        assert_eq!(length("2022-02"), Some(30));
        assert_eq!(length("2022"), Some(371));
        assert_eq!(length("2022-02-01/2022-02-03"), Some(2));
        assert_eq!(length("2022-02-01~"), Some(0));
        assert_eq!(length("PT3H"), None);
    }

    #[test]
    fn an_old_date_does_not_press_the_others_together() {
        let [(_, _), (_, second), (_, third)] = positions(vec![0, 20_000, 20_001])[..] else { panic!("three places") };
        assert!(third - second > 80);
    }
}
