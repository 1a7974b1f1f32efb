import { type Comparable, reportDiff } from './diff.js';
import { emptyEntryContent, type EntryContent } from './entry.js';

const entry = (
  targetCode: string,
  content: Partial<EntryContent>,
  targetValue = '50',
): Comparable['entries'][number] => ({
  targetCode,
  target: {
    validFrom: '2021-01-01',
    title: `Mål ${targetCode}`,
    targetYear: 2025,
    targetValue,
    targetValueProvenance: null,
    amendmentId: null,
  },
  indicator: {
    kind: 'numeric',
    name: '',
    unit: '%',
    decimals: 1,
    cadence: 'quarter',
    covers: 'rolling_twelve_months',
    yearFrom: 'last',
    direction: 'increase',
    method: null,
    breakdown: null,
    baselineYear: 2019,
    baseline: '0',
    baselineProvenance: null,
    milestones: [],
    provenance: 'illustrative',
    sourceKey: null,
  },
  content: { ...emptyEntryContent, ...content },
  provenance: 'reported',
});

const report = (entries: Comparable['entries'], verdict: Comparable['verdict']['verdict'] = 'largely'): Comparable => ({
  verdict: { verdict, explanation: 'Det går bra.' },
  entries,
});
const AGAINST = { kind: 'period', label: '2025-Q2' } as const;

describe('reportDiff', () => {
  it('puts the largest change first and leaves out what is unchanged', () => {
    const before = report([
      entry('A1', { comment: 'Vi fortsätter som förut.' }),
      entry('A2', { values: [{ period: '2025-Q2', value: '10' }] }),
      entry('A3', { assessment: 'on_track' }),
      entry('A4', { assessment: 'on_track', comment: 'Samma.' }),
    ]);
    const now = report([
      entry('A1', { comment: 'Vi fortsätter som planerat.' }),
      entry('A2', { values: [{ period: '2025-Q3', value: '35' }] }),
      entry('A3', { assessment: 'will_not_reach' }),
      entry('A4', { assessment: 'on_track', comment: 'Samma.' }),
    ]);
    const diff = reportDiff(now, before, AGAINST);
    expect(diff.entries.map((each) => each.targetCode)).toEqual(['A3', 'A2', 'A1']);
    expect(diff.entries[1]!.changes).toEqual([{ field: '/values/0', before: '10', after: '35' }]);
    expect(diff.unchanged).toEqual(['A4']);
    expect(diff.against).toEqual(AGAINST);
  });

  it('ranks a larger movement above a smaller, measured by the way from baseline to target', () => {
    const values = (value: string) => ({ values: [{ period: '2025-Q3', value }] });
    const before = report([entry('A1', values('1000'), '100000'), entry('A2', values('10'), '20')]);
    const now = report([entry('A1', values('1500'), '100000'), entry('A2', values('18'), '20')]);
    expect(reportDiff(now, before, AGAINST).entries.map((each) => each.targetCode)).toEqual(['A2', 'A1']);
  });

  it('puts a figure that has passed the target’s line before a judgement, however much is written about that', () => {
    const before = report([
      entry('R1', { assessment: 'on_track', values: [{ period: '2025-Q3', value: '49.7' }] }, '50'),
      entry('R2', { assessment: 'on_track', comment: 'Mäts en gång om året.' }, '48'),
    ]);
    const now = report([
      entry('R1', { assessment: 'on_track', values: [{ period: '2025-Q4', value: '60.3' }] }, '50'),
      entry(
        'R2',
        {
          assessment: 'uncertain',
          values: [{ period: '2025', value: '44' }],
          parts: ['Norr', 'Söder', 'Öster'].map((label) => ({ label, value: '44' })),
          comment: 'Takten behöver öka.',
          measure: { text: 'Går igenom läget', responsible: 'Utvecklaren', dueOn: '2026-06-30' },
        },
        '48',
      ),
    ]);
    expect(reportDiff(now, before, AGAINST).entries.map((each) => each.targetCode)).toEqual(['R1', 'R2']);
  });

  it('shows the verdict, and numbers that are equal as unchanged however written', () => {
    const before = report([entry('A1', { values: [{ period: '2025-Q2', value: '10.0' }] })], 'partly');
    const now = report([entry('A1', { values: [{ period: '2025-Q3', value: '10' }] })], 'not');
    expect(reportDiff(now, before, AGAINST).entries).toMatchObject([
      { targetCode: null, changes: [{ field: '/verdict', before: 'partly', after: 'not' }] },
    ]);
  });

  it('shows an amended target, milestones, parts, measures and explanations', () => {
    const before = report([entry('A1', { parts: [{ label: 'Vård/omsorg', value: '3' }] })]);
    const now = report([
      entry(
        'A1',
        {
          milestones: [{ index: 1, done: '2025-Q3' }],
          measure: { text: 'Byta bilar', responsible: 'Fordonschefen', dueOn: '2026-03-01' },
          explanations: { outside_series: 'Ny mätare.' },
        },
        '60',
      ),
    ]);
    expect(reportDiff(now, before, AGAINST).entries[0]!.changes.map((change) => change.field)).toEqual([
      '/milestones/1',
      '/target/targetValue',
      '/parts/Vård~1omsorg',
      '/explanations/outside_series',
      '/measure/text',
      '/measure/responsible',
      '/measure/dueOn',
    ]);
  });

  it('sets a year against the year before, as lines of their own, and never against the last period', () => {
    const year = (verdict: 'largely' | 'not', assessment: 'on_track' | 'uncertain') => ({
      verdict,
      explanation: 'Ett år.',
      targets: [{ targetCode: 'A1', assessment, comment: '' }],
    });
    const [before, now] = [
      report([entry('A1', { assessment: 'uncertain' })]),
      report([entry('A1', { assessment: 'uncertain' })]),
    ];
    expect(
      reportDiff({ ...now, year: year('not', 'uncertain') }, { ...before, year: year('largely', 'on_track') }, AGAINST)
        .entries,
    ).toEqual([
      expect.objectContaining({
        targetCode: null,
        changes: [{ field: '/year/verdict', before: 'largely', after: 'not' }],
      }),
      expect.objectContaining({
        targetCode: 'A1',
        changes: [{ field: '/year/assessment', before: 'on_track', after: 'uncertain' }],
      }),
    ]);
    const first = reportDiff({ ...now, year: year('not', 'uncertain') }, before, AGAINST).entries;
    expect(first.flatMap(({ changes }) => changes.map((change) => [change.field, change.before]))).toEqual([
      ['/year/verdict', null],
      ['/year/explanation', null],
      ['/year/assessment', null],
    ]);
    expect(
      reportDiff({ ...now, year: year('not', 'on_track') }, { ...before, year: year('not', 'on_track') }, AGAINST)
        .unchanged,
    ).toEqual(['A1']);
  });

  it('has nothing to say without something to compare with', () => {
    expect(reportDiff(report([entry('A1', {})]), null, AGAINST)).toEqual({ against: null, entries: [], unchanged: [] });
  });
});
