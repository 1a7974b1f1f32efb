import { readFileSync } from 'node:fs';
import { reportDataPath } from '@malspar/environmental-report-model';
import { openDataPath } from '@malspar/site-model';
import { addressesIn, OpenDataServer, ORIGIN, PublishedTable } from '@malspar/site-api/testing';
import { rowOf, sampleReport } from '../testing/published-rows.js';
import { reportResources } from './open-data-resources.js';
import { reportWithData } from './report-open-data.js';

const documentation = readFileSync('docs/open-data.md', 'utf8');
/** Each command with what it is said to answer. */
const EXAMPLES = [...documentation.matchAll(/```sh\ncurl https:\/\/[^/]+(\S+)\n```\n\n```(csv|json)\n(.*?)```/gs)].map(
  ([, path = '', form = '', text = '']) => ({ path, form, text }),
);

/** What a value is made of: names and kinds, not what stands there. A list is what its first item is. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const fields = Object.entries(value).map(([name, part]): [string, unknown] => [name, shapeOf(part)]);
  return Object.fromEntries(fields.sort(([a], [b]) => a.localeCompare(b)));
}

describe('what is written about the open data', () => {
  let server: OpenDataServer;
  beforeAll(async () => {
    const before = sampleReport('2023-Q3');
    const correction = { reason: 'Fel.', date: '2026-03-01', ofVersion: 1 };
    const rows = [before, sampleReport('2024-Q3', { before }), sampleReport('2023-Q3', { version: 2, correction })];
    server = await OpenDataServer.on(new PublishedTable(rows.map(rowOf)), [reportWithData]);
  });
  afterAll(() => server.end());

  it('has three commands', () => {
    expect(EXAMPLES.map(({ form }) => form)).toEqual(['csv', 'json', 'json']);
  });

  it.each(EXAMPLES)('is what is answered: $path', async ({ path, form, text }) => {
    const { status, body } = await server.ask(path);
    expect(status).toBe(200);
    if (form === 'csv') expect(body.toString().split('\r\n')[0]).toBe(text.trim());
    else expect(shapeOf(JSON.parse(text))).toEqual(shapeOf(JSON.parse(body.toString())));
  });

  it('names every address', () => {
    const table = documentation.slice(documentation.indexOf('### Addresses'), documentation.indexOf('### What'));
    const named = [...table.matchAll(/`(\/[^`]+)`/g)].map(([, path]) => path).filter((path) => path !== '/public/v1');
    expect(named.sort()).toEqual([...reportResources.map(({ path }) => path), '/api-info', '/openapi.json'].sort());
  });

  it('explains every kind of link, and none that there is not', async () => {
    const table = documentation.slice(documentation.indexOf('### Links'), documentation.indexOf('### Errors'));
    const explained = [...table.matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, rel]) => rel),
    );
    const used = new Set<string>();
    const seen = new Set<string>();
    const waiting = [ORIGIN + openDataPath.index, `${ORIGIN}${reportDataPath.targets}?page=2&limit=2`];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next) || /\.(csv|json)$|\/report$/.test(next)) continue;
      seen.add(next);
      const text = (await server.ask(next)).body.toString();
      for (const [, rel = ''] of text.matchAll(/"rel":"([^"]+)"/g)) used.add(rel);
      if (!next.includes('limit=2')) waiting.push(...addressesIn(text));
    }
    expect([...used].sort()).toEqual(explained.filter((rel) => rel !== 'rel').sort());
  });

  it('explains every kind of problem that the description names', async () => {
    const description = (await server.ask(openDataPath.description)).body.toString();
    const named = new Set([...description.matchAll(/"type":"(\/problems\/[a-z-]+)"/g)].map(([, type]) => type));
    expect(named.size).toBeGreaterThan(4);
    for (const type of named) expect(documentation).toContain(`\`${type}\``);
  });
});
