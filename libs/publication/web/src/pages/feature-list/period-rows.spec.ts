import type { Publication } from '@malspar/publication-model';
import type { ReportingPeriod } from '@malspar/reporting-model';
import { periodRows } from './period-rows';

const period = (code: string, state: ReportingPeriod['state']): ReportingPeriod => ({
  id: '00000000-0000-4000-8000-000000000001',
  code,
  start: '2025-01-01',
  end: '2025-04-30',
  opensOn: '2025-04-01',
  dueOn: '2025-05-31',
  state,
  version: 1,
  daysLeft: 0,
});
const published = (code: string): Publication => ({
  contentKind: 'report',
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

describe('periodRows', () => {
  it('offers what has begun and whole years, newest first, but nothing that is published or to come', () => {
    const rows = periodRows(
      [published('2025-T1'), published('2025-T2')],
      [
        period('2025-T1', 'closed'),
        period('2025-T2', 'closed'),
        period('2025-T3', 'open'),
        period('2026-T1', 'upcoming'),
      ],
    );
    expect(rows.published.map((row) => row.period)).toEqual(['2025-T2', '2025-T1']);
    expect(rows.unpublished.map((row) => row.period).sort()).toEqual(['2025', '2025-T3']);
  });

  it('does not offer a year that has periods to come', () => {
    const rows = periodRows([], [period('2025-T1', 'open'), period('2025-T2', 'upcoming')]);
    expect(rows.unpublished.map((row) => row.period)).toEqual(['2025-T1']);
  });
});
