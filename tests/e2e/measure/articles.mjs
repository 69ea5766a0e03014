// Articles to measure with: a folder of texts, a file of JSON lines, or the seeds grown by variation.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SEEDS, seedText } from '../silang.mjs';

const ofFolder = (folder, count) => readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().slice(0, count)
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));
const ofLines = (file, count) => readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, count)
  .map((line) => JSON.parse(line).text);

const CONSONANTS = [...'bcdfghjklmnprstwy'];
/** Another word for each number, that can be said as well and is written like the one before. */
const renamed = (word, number) => word.replace(/[a-z]/gi, (letter) => {
  const at = CONSONANTS.indexOf(letter.toLowerCase());
  if (at < 0) return letter;
  const other = CONSONANTS[(at + number * (1 + at % 3)) % CONSONANTS.length];
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
});

/** Words of these texts that are names: written large, never small, and no month or day. */
function names(texts) {
  const words = new Set(texts.flatMap((text) => text.match(/\p{L}+/gu)));
  const kept = /^(Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)$/;
  return new Set([...words].filter((word) => /^\p{Lu}\p{Ll}{3}/u.test(word) && !words.has(word.toLowerCase()) && !kept.test(word)));
}

/** The seeds with other names and numbers each time: as many events as there are rounds, each told by several articles. */
function grown(count) {
  const texts = SEEDS.map(seedText);
  const are = names(texts);
  const vary = (text, round) => text.replace(/\p{L}+/gu, (word) => (are.has(word) ? renamed(word, round) + 'aeiou'[round % 5].repeat(round / 17 % 2) : word))
    .replace(/\b[1-9]\d{0,2}\b/g, (digits) => (Number(digits) > 31 ? Number(digits) + round : (Number(digits) + round) % 28 + 1));
  return Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / texts.length);
    return round ? `${vary(texts[at % texts.length], round)}\nKabar ke-${round}.\n` : texts[at];
  });
}

/** So many articles as text files in a folder of their own, which `use(paths, folder)` may read; then they are gone. */
export async function withArticles({ from, count }, use) {
  const found = !from ? grown(count) : statSync(from).isDirectory() ? ofFolder(from, count) : ofLines(from, count);
  // The page takes in each text once.
  const texts = [...new Set(found)];
  const folder = mkdtempSync(path.join(tmpdir(), 'silang-articles-'));
  try {
    const paths = texts.map((text, at) => path.join(folder, `a${String(at).padStart(5, '0')}.txt`));
    texts.forEach((text, at) => writeFileSync(paths[at], text));
    return await use(paths, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
