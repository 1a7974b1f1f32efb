import type { OpenIndicator, PublishedReport } from '@malspar/environmental-report-model';
import { readCsv, readPdf, readXlsx, tablesIn } from '@malspar/print-api/testing';
import type { PublicationReceipt } from '@malspar/publication-model';
import type * as z from 'zod';
import { startApi, type TestApi } from './harness/api.js';
import type { Page } from './harness/cast.js';
import { bytesOf, publish } from './harness/publishing.js';

const PERIOD = '2025-Q3';
const VERSION = `/public/v1/publications/${PERIOD.toLowerCase()}/versions/1`;

/** A value: whose, when, and the number as it is written with a point; nothing where it is missing. */
type ValueRow = readonly [code: string, period: string, value: string];

/** A number as Swedes write it, with a point and a hyphen instead. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.');
const MISSING = /^(uppgift )?saknas$/;
const valueOf = (text: string): string => (MISSING.test(text.trim()) ? '' : plain(text));

describe('one published version', () => {
  let api: TestApi;
  let receipt: PublicationReceipt;
  let report: PublishedReport;
  let values: ValueRow[];
  beforeAll(async () => {
    api = await startApi();
    receipt = await publish(await api.person('coordinator'), PERIOD);
    report = await read<PublishedReport>(`${VERSION}/report`);
    values = targets().flatMap(({ code, series }) =>
      series.map(({ period, value }): ValueRow => [code, period, value ?? '']),
    );
  });
  afterAll(() => api.stop());

  const targets = () => report.areas.flatMap((area) => area.targets);
  const text = async (address: string) => new TextDecoder().decode(await bytesOf(api.origin, address));
  const read = async <T>(address: string): Promise<T> => JSON.parse(await text(address)) as T;
  const file = (end: string): Promise<Uint8Array> => {
    const name = receipt.files.find((each) => each.name.endsWith(end))?.name;
    return bytesOf(api.origin, `/rapporter/${PERIOD}/v1/filer/${name}`);
  };
  const columns = (rows: readonly (readonly unknown[])[], ...wanted: number[]): unknown[][] =>
    rows.map((row) => wanted.map((column) => row[column]));

  it('has values to compare', () => {
    expect(values.length).toBeGreaterThan(250);
    expect(values.some(([, , value]) => value.includes('.'))).toBe(true);
  });

  it('says every one of them on its page, in both languages', async () => {
    for (const [path, decimals] of [
      [`/rapporter/${PERIOD}/v1`, valueOf],
      [
        `/en/rapporter/${PERIOD}/v1`,
        (value: string) => (value === 'not available' ? '' : value.replace(/,/g, '').replace('\u2212', '-')),
      ],
    ] as const) {
      const rows = tablesOf(await text(path));
      const withValues = targets().filter(({ series }) => series.length > 0);
      expect(rows).toHaveLength(withValues.length);
      const shown = withValues.flatMap(({ code, series }, index) =>
        (rows[index] ?? []).map((value, at) => [code, series[at]?.period, decimals(value)]),
      );
      expect(shown).toEqual(values);
    }
  });

  it('says every one of them in its workbook and in both CSV files', async () => {
    const [, ...sheet] = readXlsx(await file('.xlsx')).get('Utfall') ?? [];
    expect(columns(sheet, 1, 4, 5)).toEqual(
      values.map(([code, period, value]) => [code, period, value === '' ? null : Number(value)]),
    );
    const [, ...csv] = readCsv(await file('-figures.csv'), ',');
    expect(columns(csv, 1, 4, 5)).toEqual(values);
    const [, ...excel] = readCsv(await file('-utfall-excel.csv'), ';');
    expect(columns(excel, 1, 4, 5).map(([code, period, value]) => [code, period, plain(String(value))])).toEqual(
      values,
    );
  });

  it('says every one of them in its PDF', async () => {
    const { root } = await readPdf(await file('.pdf'));
    const tables = tablesIn(root).filter(({ head }) => head.join() === 'Period,Utfall,Ursprung');
    const withValues = targets().filter(({ series }) => series.length > 0);
    expect(tables).toHaveLength(withValues.length);
    expect(
      withValues.flatMap(({ code }, index) =>
        (tables[index]?.rows ?? []).map(([period, value = '']) => [code, period, valueOf(value)]),
      ),
    ).toEqual(values);
  });

  it('says every one of them as open data: for ever, and as they stand now', async () => {
    const frozen: unknown[][] = [];
    const current: unknown[][] = [];
    const received: ValueRow[] = [];
    for (const { code, series } of targets()) {
      const at = code.toLowerCase();
      const [, ...rows] = readCsv(await bytesOf(api.origin, `${VERSION}/targets/${at}.csv`), ',');
      frozen.push(...columns(rows, 1, 4, 5));
      const [, ...now] = readCsv(await bytesOf(api.origin, `/public/v1/indicators/${at}/series.csv`), ',');
      current.push(...columns(now, 1, 4, 5));
      expect(rows).toHaveLength(series.length);
    }
    const { items } = await read<Page<z.infer<typeof OpenIndicator>>>('/public/v1/indicators?limit=100');
    for (const { code, points } of items) {
      received.push(...points.map(({ period, value }): ValueRow => [code, period, value ?? '']));
    }
    expect(frozen).toEqual(values);
    expect(current).toEqual(values);
    expect(received).toEqual(values);
  });

  it('has the same baselines, target values and judgements everywhere', async () => {
    const expected = targets().map(({ code, targetValue, indicator, answer }) => [
      code,
      indicator.baseline ?? '',
      targetValue ?? '',
      answer.assessment ?? '',
    ]);
    const [head = [], ...rows] = readCsv(await file('-targets.csv'), ',');
    const at = ['targetCode', 'baseline', 'targetValue', 'assessmentCode'].map((name) => head.indexOf(name));
    expect(columns(rows, ...at)).toEqual(expected);
    const [titles = [], ...sheet] = readXlsx(await file('.xlsx')).get('Mål') ?? [];
    const of = ['Mål', 'Utgångsvärde', 'Målvärde', 'Bedömningskod'].map((name) => titles.indexOf(name));
    const number = (value: unknown) => (value === '' ? null : Number(value));
    expect(columns(sheet, ...of)).toEqual(
      expected.map(([code, baseline, targetValue, assessment]) => [
        code,
        number(baseline),
        number(targetValue),
        assessment === '' ? null : assessment,
      ]),
    );
    const { items } = await read<Page<z.infer<typeof OpenIndicator>>>('/public/v1/indicators?limit=100');
    expect(items.map(({ code, baseline, targetValue }) => [code, baseline ?? '', targetValue ?? ''])).toEqual(
      expected.map((row) => row.slice(0, 3)),
    );
    const page = plain(textOf(await text(`/rapporter/${PERIOD}/v1`)));
    for (const [, baseline, targetValue] of expected) {
      for (const value of [baseline, targetValue]) if (value) expect(page.replaceAll(',', '.')).toContain(value);
    }
  });

  it('leads from each value of its page to data that never changes, and from living pages to the current', async () => {
    const links = (html: string) => [...html.matchAll(/href="(\/public\/[^"]+\.csv)"/g)].map(([, path = '']) => path);
    const frozen = links(await text(`/rapporter/${PERIOD}/v1`));
    const withValues = targets().filter(({ series }) => series.length > 0);
    expect(frozen).toEqual([
      `${VERSION}/verdicts.csv`,
      ...withValues.map(({ code }) => `${VERSION}/targets/${code.toLowerCase()}.csv`),
    ]);
    for (const path of frozen) {
      const { status, headers } = await fetch(new URL(path, api.origin));
      expect([status, headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
    }
    expect(links(await text('/mal/R1'))).toEqual(['/public/v1/indicators/r1/series.csv']);
  });
});

/** The values of every target's series, table by table: the values that lead to the series' own data. */
function tablesOf(html: string): string[][] {
  return [...html.matchAll(/<ms-figure[ >].*?<\/ms-figure>/gs)].flatMap(([value]) => {
    if (!value.includes('/targets/')) return [];
    const rows = [...value.matchAll(/<td class="number"[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      textOf(cell).trim(),
    );
    return rows.length > 0 ? [rows] : [];
  });
}

/** What a reader sees of markup; parts of a sentence may be marked each by itself. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
