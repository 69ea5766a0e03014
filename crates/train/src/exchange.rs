//! Word classes by neighbours: the exchange algorithm (Kneser & Ney 1993; Martin, Liermann & Ney 1998).
//!
//! Words that stand beside the same classes come into one class, so that the likelihood of the
//! corpus under a class bigram model is greatest.

/// How often items follow one another.
#[derive(Debug, Default)]
pub struct Bigrams {
    /// For each item the items after it, with counts.
    pub after: Vec<Vec<(u32, u32)>>,
    /// For each item the items before it, with counts.
    pub before: Vec<Vec<(u32, u32)>>,
}

impl Bigrams {
    /// Counts pairs of neighbours among `items` items.
    pub fn new(items: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        let mut made = Self { after: vec![Vec::new(); items], before: vec![Vec::new(); items] };
        pairs.sort_unstable();
        for same in pairs.chunk_by(|a, b| a == b) {
            let ((left, right), count) = (same[0], same.len() as u32);
            made.after[left as usize].push((right, count));
            made.before[right as usize].push((left, count));
        }
        made
    }

    fn count(&self, item: usize) -> u32 {
        self.after[item].iter().map(|(_, count)| count).sum()
    }

    /// The same counts among classes of items.
    pub fn grouped(&self, class: &[usize], classes: usize) -> Self {
        let mut made = Self { after: vec![Vec::new(); classes], before: vec![Vec::new(); classes] };
        let mut table = vec![0u32; classes * classes];
        for (item, after) in self.after.iter().enumerate() {
            for &(next, count) in after {
                table[class[item] * classes + class[next as usize]] += count;
            }
        }
        for (at, &count) in table.iter().enumerate().filter(|(_, count)| **count > 0) {
            made.after[at / classes].push(((at % classes) as u32, count));
            made.before[at % classes].push(((at / classes) as u32, count));
        }
        made
    }
}

/// Counts between classes while items move.
struct Classes {
    count: usize,
    pairs: Vec<u32>,
    sizes: Vec<u32>,
    logs: Vec<f32>,
}

impl Classes {
    /// x log x.
    fn entropy(&self, x: u32) -> f32 {
        self.logs.get(x as usize).copied().unwrap_or_else(|| x as f32 * (x as f32).ln())
    }

    fn shift(&mut self, class: usize, before: &[(usize, u32)], after: &[(usize, u32)], size: u32, add: bool) {
        let put = |to: &mut u32, count: u32| *to = if add { *to + count } else { to.saturating_sub(count) };
        before.iter().for_each(|&(other, count)| put(&mut self.pairs[other * self.count + class], count));
        after.iter().for_each(|&(other, count)| put(&mut self.pairs[class * self.count + other], count));
        put(&mut self.sizes[class], size);
    }

    fn gain(&self, class: usize, before: &[(usize, u32)], after: &[(usize, u32)], size: u32) -> f32 {
        let grown = |at: usize, count: u32| self.entropy(self.pairs[at] + count) - self.entropy(self.pairs[at]);
        let left: f32 = before.iter().map(|&(other, count)| grown(other * self.count + class, count)).sum();
        let right: f32 = after.iter().map(|&(other, count)| grown(class * self.count + other, count)).sum();
        left + right - 2.0 * (self.entropy(self.sizes[class] + size) - self.entropy(self.sizes[class]))
    }
}

/// Neighbours' classes with counts; an item's pairs with itself are left out.
fn neighbours(item: usize, pairs: &[(u32, u32)], class: &[usize], room: &mut [u32]) -> Vec<(usize, u32)> {
    let mut seen = Vec::new();
    for &(other, count) in pairs.iter().filter(|(other, _)| *other as usize != item) {
        let class = class[other as usize];
        if room[class] == 0 {
            seen.push(class);
        }
        room[class] += count;
    }
    seen.iter().map(|&class| (class, std::mem::take(&mut room[class]))).collect()
}

/// Sorts items into `count` classes; items should be in order of falling frequency.
pub fn classes(bigrams: &Bigrams, count: usize, rounds: usize) -> Vec<usize> {
    let items = bigrams.after.len();
    let mut class: Vec<usize> = (0..items).map(|item| item.min(item % count)).collect();
    let logs = (0..1 << 20).map(|x| if x == 0 { 0.0 } else { x as f32 * (x as f32).ln() }).collect();
    let mut state = Classes { count, pairs: vec![0; count * count], sizes: vec![0; count], logs };
    for item in 0..items {
        state.sizes[class[item]] += bigrams.count(item);
        for &(next, many) in &bigrams.after[item] {
            state.pairs[class[item] * count + class[next as usize]] += many;
        }
    }
    let mut room = vec![0; count];
    for round in 0..rounds {
        let mut moved = 0;
        for item in 0..items {
            let before = neighbours(item, &bigrams.before[item], &class, &mut room);
            let after = neighbours(item, &bigrams.after[item], &class, &mut room);
            let size = bigrams.count(item);
            let old = class[item];
            state.shift(old, &before, &after, size, false);
            let gain = |class: &usize| state.gain(*class, &before, &after, size);
            let best =
                (0..count).map(|class| (class, gain(&class))).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            let new = best.map_or(old, |(class, _)| class);
            state.shift(new, &before, &after, size, true);
            moved += usize::from(new != old);
            class[item] = new;
        }
        eprintln!("round {}: {moved} of {items} moved", round + 1);
        if moved * 200 < items {
            break;
        }
    }
    class
}

#[cfg(test)]
mod tests {
    use super::{Bigrams, classes};

    #[test]
    fn words_in_the_same_company_come_together() {
        // a(0) and b(1) stand between c(2) and d(3) and the other way about.
        let text = [2, 0, 3, 2, 1, 3, 2, 0, 3, 2, 1, 3, 2, 0, 3, 2, 1, 3];
        let pairs = text.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let class = classes(&Bigrams::new(4, pairs), 3, 10);
        assert_eq!(class[0], class[1]);
        assert_ne!(class[2], class[3]);
    }
}
