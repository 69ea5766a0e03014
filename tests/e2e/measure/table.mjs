// Numbers as the tables in docs/performance.md have them.

const at = (sorted, part) => sorted[Math.round(part * (sorted.length - 1))];

const plain = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US'));

/** The middle of several numbers, and the least and most of them. */
export function middle(values, unit = 'ms') {
  const sorted = values.toSorted((a, b) => a - b);
  const range = values.length > 1 ? ` (${plain(sorted[0])}–${plain(sorted.at(-1))})` : '';
  return `${plain(at(sorted, 0.5))} ${unit}${range}`;
}

/** The middle of several numbers, and what nine of ten do not pass. */
export function spread(values, unit = 'ms') {
  const sorted = values.toSorted((a, b) => a - b);
  return `${plain(at(sorted, 0.5))} ${unit}, nine of ten within ${plain(at(sorted, 0.9))}`;
}

/** A table in Markdown: a head, and lines of a name and cells. */
export const table = (head, lines) => [head, head.map((_, at) => (at ? '--:' : '---')), ...lines]
  .map((cells) => `| ${cells.join(' | ')} |`).join('\n');
