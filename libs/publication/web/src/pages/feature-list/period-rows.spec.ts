import type { Publication, PublishableKind } from '@malspar/publication-model';
import { kindRows } from './period-rows';

const kind = (contentKind: string, periods: string[]): PublishableKind => ({
  contentKind,
  title: { sv: contentKind, en: contentKind },
  isUsual: contentKind === 'report',
  root: contentKind,
  periods,
});
const published = (code: string, contentKind = 'report'): Publication => ({
  contentKind,
  period: code,
  kind: 'period',
  versions: [
    {
      version: 1,
      slug: 's',
      title: { sv: 'a', en: 'a' },
      publishedAt: '2026-01-01T00:00:00.000Z',
      sha256: 'a'.repeat(64),
      auditHead: 'a'.repeat(64),
      correction: null,
      files: [],
    },
  ],
});

describe('what can be published', () => {
  it('is what has not been, beside what has, newest first', () => {
    const periods = ['2025', '2025-T3', '2025-T2', '2025-T1'];
    const [rows] = kindRows([published('2025-T1'), published('2025-T2')], [kind('report', periods)]);
    expect(rows?.published.map((row) => row.period)).toEqual(['2025-T2', '2025-T1']);
    expect(rows?.unpublished.map((row) => row.period)).toEqual(['2025', '2025-T3']);
  });

  it('is apart for each kind: the same period of another one is another publication', () => {
    const kinds = [kind('report', ['2025']), kind('count', ['2025'])];
    const rows = kindRows([published('2025', 'count')], kinds);
    expect(rows.map(({ published: done, unpublished }) => [done.length, unpublished.length])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
