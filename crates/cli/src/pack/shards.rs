//! The files of a pack: written one after the other, each named by its content.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use silang_wire::shelf::{self, Entry, Shard, WordShard};
use silang_wire::{Wire, pack};

use crate::pack::article::Article;
use crate::pack::words::Words;

/// How much smaller files of lines are than others: the first of them is what a page waits for.
const LINES: usize = 4;

/// The articles in order, each with the number of its event.
type Articles = [(Article, Option<usize>)];

/// What writes files.
pub struct Writer {
    folder: PathBuf,
    /// Bytes, before they are packed, after which a file ends.
    size: usize,
    /// How many were written.
    pub files: usize,
}

/// Groups of values one after the other, cut where a file holds so many bytes; a group is never cut.
fn files<T: Wire>(mut groups: impl Iterator<Item = Vec<T>>, size: usize) -> impl Iterator<Item = Vec<T>> {
    std::iter::from_fn(move || {
        let (mut file, mut bytes) = (Vec::new(), 0);
        while bytes < size
            && let Some(group) = groups.next()
        {
            bytes += group.iter().map(|value| pack(value).len()).sum::<usize>();
            file.extend(group);
        }
        (!file.is_empty()).then_some(file)
    })
}

impl Writer {
    /// Writes into this folder; a file that holds so many bytes takes no more.
    pub fn new(folder: PathBuf, size: usize) -> Self {
        Self { folder, size, files: 0 }
    }

    /// Writes a file; gives the number that it is called by.
    pub fn file(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes)?;
        let content = packer.finish()?;
        let sum = shelf::sum(&content);
        fs::write(self.folder.join(shelf::file_name(sum)), content)?;
        self.files += 1;
        Ok(sum)
    }

    fn shards<T: Wire>(&mut self, groups: impl Iterator<Item = Vec<T>>, size: usize) -> io::Result<Vec<Shard>> {
        files(groups, size).map(|file| Ok(Shard { count: file.len(), sum: self.file(&pack(&file))? })).collect()
    }

    /// The files of lines. An event is never cut: the page shows it as a whole.
    pub fn lines(&mut self, articles: &Articles) -> io::Result<Vec<Shard>> {
        let events = articles.chunk_by(|(_, one), (_, other)| one.is_some() && one == other);
        let lines = events.map(|event| event.iter().map(|(article, number)| article.line(*number)).collect());
        self.shards(lines, (self.size / LINES).max(1))
    }

    /// The files of articles.
    pub fn articles(&mut self, articles: &Articles) -> io::Result<Vec<Shard>> {
        self.shards(articles.iter().map(|(article, _)| vec![article.packed()]), self.size)
    }

    /// The files of words.
    pub fn words(&mut self, words: &Words) -> io::Result<Vec<WordShard>> {
        let all = files(words.entries().map(|entry| vec![entry]), self.size);
        let one = |file: Vec<Entry>| {
            let first = file.first().map(|entry| entry.word.clone()).unwrap_or_default();
            Ok(WordShard { first, sum: self.file(&pack(&file))? })
        };
        all.map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn files_end_where_they_are_large_enough_and_never_within_a_group() {
        let groups = [1, 3, 1, 1, 5].map(|count| vec![7_u64; count]);
        let cut = |size| files(groups.clone().into_iter(), size).map(|file| file.len()).collect::<Vec<_>>();
        assert_eq!((cut(2), cut(1), cut(100)), (vec![4, 2, 5], vec![1, 3, 1, 1, 5], vec![11]));
    }
}
