// Puts figures into docs/bench.md, between two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { at } from '../lib/root.mjs';
import { QUESTIONS } from './signed-in.mjs';

const FILE = at('docs', 'bench.md');
const MARKED = /(<!-- signed-in: begin -->\n)[\s\S]*(<!-- signed-in: end -->)/;

/**
 * @param {import('./signed-in.mjs').Speed[]} speeds
 * @param {import('./signed-in.mjs').Growth[]} growths
 * @param {number} rounds
 */
export function writeFigures(speeds, growths, rounds) {
  const text = readFileSync(FILE, 'utf8');
  if (!MARKED.test(text)) throw new Error('docs/bench.md has no place for the figures');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  const lines = [
    `${day}, ${cpus().length} cores, Node ${process.versions.node}, ${rounds} rounds; load average over the last 15 minutes ${loadavg()[2]?.toFixed(1)}.`,
    ...table(
      ['Question', 'bytes', 'bytes of the reference', 'product/s', 'reference/s', 'ratio', 'aim'],
      speeds.map(({ question, bytes, referenceBytes, product, reference, ratio }) => [
        question,
        ...[
          bytes,
          referenceBytes,
          Math.round(product),
          Math.round(reference),
          ratio.toFixed(2),
          `≥ ${QUESTIONS[question]}`,
        ],
      ]),
    ),
    ...table(
      ['Question', 'p99 ms', 'p99 ms, 10 × data', 'ratio (aim ≤ 1.5)'],
      growths.map(({ question, once, tenfold, ratio }) => [
        question,
        ...[once, tenfold].map((ms) => ms.toFixed(1)),
        ratio.toFixed(2),
      ]),
    ),
  ];
  writeFileSync(
    FILE,
    text.replace(MARKED, (_all, begin, end) => `${begin}\n${lines.join('\n')}\n\n${end}`),
  );
}

/** As Prettier lays a table out. */
function table(/** @type {string[]} */ head, /** @type {(string | number)[][]} */ body) {
  const rows = [head, ...body].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [first = [], ...rest] = rows;
  return ['', line(first), rule, ...rest.map(line)];
}
