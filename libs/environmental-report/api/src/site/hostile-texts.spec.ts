import { PublishedReport } from '@malspar/environmental-report-model';
import { readCsv } from '@malspar/print-api/testing';
import { addressesIn, OpenDataServer, ORIGIN, PublishedTable } from '@malspar/site-api/testing';
import { rowOf, sampleReport } from '../testing/published-rows.js';
import { reportWithData } from './report-open-data.js';

const PAYLOADS = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<!--',
  '=HYPERLINK("http://example.org","klicka")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  ' =1+1',
  '＝1+1',
  '\t=1',
  '\r=1',
  'rad\r\n=1+1;"x",\'y\'',
  '\u0000=1+1',
  '\u001b]0;titel\u0007\u001b[2J',
  '\u009b2J\u007f',
  'rad\u2028slut\u2029',
  '"},"provenance":"verified",{"',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '😀 漢字 \u202e',
];
const TEXTS = new Set([
  ...['title', 'text', 'name', 'unit', 'comment', 'responsible', 'foreword', 'reason', 'method', 'note', 'sv', 'en'],
  ...['organisation', 'decidedBy', 'contact', 'explanation', 'verdictExplanation', 'noValueReason', 'areaTitle'],
  ...['decisionReference', 'label'],
]);

/** The value with a payload around every text, the next one each time; codes, dates and numbers as they were. */
function soiled(value: unknown, next: () => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => soiled(each, next, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, soiled(each, next, name)]));
  }
  if (typeof value !== 'string' || !TEXTS.has(key)) return value;
  const payload = next();
  return payload + value + payload;
}

const wears = (text: unknown, payload: string): boolean =>
  typeof text === 'string' && text.startsWith(payload) && text.endsWith(payload);

describe('words that somebody wrote', () => {
  const clean = sampleReport('2024-Q3');

  it.each([0, 6, 13])('stay words in every answer (from payload %i on)', async (first) => {
    let turn = first;
    const next = (): string => PAYLOADS[turn++ % PAYLOADS.length] ?? '';
    const source = { key: 'x', title: 'Källa', url: 'javascript:alert(1)' };
    const report = PublishedReport.parse(soiled({ ...clean, sources: [source, ...clean.sources] }, next));
    expect(turn - first).toBeGreaterThan(10 * PAYLOADS.length);
    const server = await OpenDataServer.on(new PublishedTable([rowOf(report)]), [reportWithData]);
    const waiting = [`${ORIGIN}/public/v1`, `${ORIGIN}/public/v1/openapi.json`];
    const seen = new Set<string>();
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const path = address.replace(/\?.*/, '');
      // One of each kind of table is enough: they are all made the same way.
      if (seen.has(path) || (path.endsWith('.csv') && !/(r1|r1\/series|verdicts)\.csv$/.test(path))) continue;
      seen.add(path);
      const { status, headers, body } = await server.ask(address);
      expect([path, status, headers['x-content-type-options']]).toEqual([path, 200, 'nosniff']);
      const text = body.toString();
      if (path.endsWith('.csv')) {
        expect(headers['content-type']).toMatch(/^text\/csv/);
        expect(text).not.toMatch(/[^\P{Cc}\t\r\n]/u);
        const rows = readCsv(body, ',');
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        for (const field of rows.flat()) {
          if (!/^-?[\d.]*$/.test(field))
            expect([path, /^\s*[=+\-@＝]/.test(field), field]).toEqual([path, false, field]);
        }
        continue;
      }
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      // The frozen JSON is passed on byte for byte.
      if (!path.endsWith('/report'))
        expect([path, /[<\p{Cc}\u2028\u2029]/u.exec(text)?.[0]]).toEqual([path, undefined]);
      const parsed = JSON.parse(text) as { title?: unknown; links?: unknown };
      if (path.endsWith('/targets/r1')) expect(PAYLOADS.some((each) => wears(parsed.title, each))).toBe(true);
      if (!path.endsWith('openapi.json')) waiting.push(...addressesIn(text));
      if (!path.endsWith('/report')) expect(text).not.toContain('javascript:');
    }
    expect(seen.size).toBeGreaterThan(80);
    server.end();
  });
});
