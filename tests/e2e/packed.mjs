// A site with a pack of articles, as `cargo xtask build` puts it together of many.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { pack } from './silang.mjs';
import { DIST } from './site.mjs';

const sum = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
const built = (file) => readFileSync(path.join(DIST, file), 'utf8');

/** The files in a folder and below it, by their paths there. */
function within(folder) {
  const all = readdirSync(folder, { recursive: true }).filter((file) => statSync(path.join(folder, file)).isFile());
  return all.map((file) => [file, readFileSync(path.join(folder, file))]);
}

/** The service worker of the built site, which keeps only these files of the pack from the start. */
const service = (first) => built('service.js').replace(/^const SITE = (.*);$/m, (_, list) => {
  const { build, files } = JSON.parse(list);
  const kept = Object.entries(files).filter(([file]) => !file.startsWith('seeds/'));
  const more = first.map(([address, bytes]) => [address, sum(bytes)]);
  return `const SITE = ${JSON.stringify({ build, files: Object.fromEntries([...kept, ...more]) })};`;
});

/** The files that stand in place of those of the built site when it has the articles of this folder, in files of about so many bytes. */
export function packedSite(from, size) {
  const to = mkdtempSync(path.join(tmpdir(), 'silang-packed-'));
  try {
    const { status, stderr, index } = pack(from, to, size);
    if (status !== 0) throw new Error(stderr);
    const site = new Map(within(to).map(([file, bytes]) => [`seeds/${file}`, bytes]));
    const page = Buffer.from(built('index.html').replace('<html ', `<html data-pack="seeds/${index}" `));
    const first = [['./', page], [`seeds/${index}`, site.get(`seeds/${index}`)]];
    return site.set('index.html', page).set('service.js', service(first));
  } finally {
    rmSync(to, { recursive: true });
  }
}
