// The seeds, and what the command line finds in them.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const SILANG = process.env.SILANG ?? path.join(ROOT, 'target/quick/silang');

export const SEEDS = readdirSync(path.join(ROOT, 'seeds')).filter((file) => file.endsWith('.txt')).sort();

export const seedPath = (file) => path.join(ROOT, 'seeds', file);

export const seedBytes = (file) => readFileSync(seedPath(file));

export const seedText = (file) => seedBytes(file).toString('utf8');

const silang = (...words) => execFileSync(SILANG, words, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Packs the articles in a folder into another, in files of about so many bytes; gives the name of their index. */
export function pack(from, to, size) {
  const words = ['pack', from, '--out', to, '--shard-size', String(size)];
  const { status, stderr } = spawnSync(SILANG, words, { encoding: 'utf8' });
  return { status, stderr, index: /their index is (\S+)/.exec(stderr)?.[1] };
}

/** Facts of a seed, from the command line. */
export const extract = (file) => JSON.parse(silang('extract', '--format', 'jsonl', seedPath(file)));

/** Comparison of seeds, from the command line. */
export const compare = (...files) => JSON.parse(silang('compare', '--format', 'json', ...files.map(seedPath)));

/** Turns byte offsets into a text into the offsets that a browser counts (UTF-16). */
export function toUtf16(text) {
  const bytes = Buffer.from(text);
  return ({ start, end }) => ({ start: bytes.toString('utf8', 0, start).length, end: bytes.toString('utf8', 0, end).length });
}
