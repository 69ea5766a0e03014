// Serves a built site on the loopback address, as a static host would: under any prefix, nothing but files.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** The built site; `SITE` names another one, to be measured by turns. */
export const DIST = process.env.SITE ?? new URL('../../dist/', import.meta.url).pathname;
export const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Answers every request by `reply(pathname, headers)`, or cuts the line where there is no reply; resolves to the origin and
 * a way to close it.
 */
export async function listen(reply) {
  const server = createServer(async (request, response) => {
    const answer = await reply(decodeURIComponent(new URL(request.url, 'http://host').pathname), request.headers);
    if (!answer) return request.socket.destroy();
    const { status, type, headers, body } = answer;
    return response.writeHead(status, { 'content-type': type ?? 'text/plain', 'cache-control': 'no-cache', ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/**
 * Serves `dist/` under `prefix` (begins and ends with a slash); `other` has files by their paths that stand in place of its own.
 * Every file goes through `send(name, answer)`.
 */
export async function serveSite(prefix = '/', other = new Map(), send = (_, answer) => answer) {
  const { origin, close } = await listen(async (pathname) => {
    if (!pathname.startsWith(prefix) || pathname.split('/').includes('..')) return { status: 404 };
    const name = pathname.slice(prefix.length) || 'index.html';
    const file = path.join(DIST, name);
    const body = other.get(name) ?? await readFile(file).catch(() => undefined);
    return body ? send(name, { status: 200, type: MEDIA_TYPES[path.extname(file)], body }) : { status: 404 };
  });
  return { origin, url: origin + prefix, close };
}
