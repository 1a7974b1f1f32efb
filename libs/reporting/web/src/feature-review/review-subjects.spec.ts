import type { ReportComment, ReportDiff, TimelineItem } from '@malspar/reporting-model';
import { anEntry, aReport } from '../testing/report-fixture';
import { againstOf, fieldAnchor, returnedRevision, reviewContent } from './review-subjects';

const report = aReport({
  entries: [anEntry(), anEntry({ targetCode: 'R2' }), anEntry({ targetCode: 'R3' })],
  verdictContent: { verdict: 'partly', explanation: '' },
});
const diff: ReportDiff = {
  against: { kind: 'period', label: '2025-Q3' },
  entries: [
    {
      targetCode: 'R3',
      title: '',
      weight: 120,
      changes: [{ field: '/assessment', before: 'on_track', after: 'uncertain' }],
    },
    { targetCode: null, title: '', weight: 110, changes: [{ field: '/verdict', before: 'fully', after: 'partly' }] },
    { targetCode: 'R1', title: '', weight: 12, changes: [{ field: '/comment', before: 'a', after: 'b' }] },
  ],
  unchanged: ['R2'],
};
const codes = (subjects: readonly { targetCode: string | null }[]) => subjects.map((subject) => subject.targetCode);

describe('reviewContent', () => {
  it('has the largest change first, as the server orders them, and the unchanged apart', () => {
    const content = reviewContent(report, diff, null);
    expect(codes(content.shown)).toEqual(['R3', null, 'R1']);
    expect(codes(content.unchanged)).toEqual(['R2']);
  });

  it('folds what a draft does not say yet, but nothing of what was submitted', () => {
    const nothing: ReportDiff = { against: null, entries: [], unchanged: [] };
    const draft = reviewContent({ ...report, state: 'returned' }, nothing, null);
    expect([codes(draft.shown), codes(draft.unchanged)]).toEqual([[null], ['R1', 'R2', 'R3']]);
    expect(draft.unchanged.map(({ unwritten }) => unwritten)).toEqual([true, true, true]);
    expect(codes(reviewContent({ ...report, state: 'submitted' }, nothing, null).unchanged)).toEqual([]);
  });

  it('sets a yearly value against an earlier year’s, where the last report was asked for none', () => {
    const point = (period: string, value: string) =>
      ({ period, value, provisional: false, provenance: 'illustrative', sourceKey: null }) as const;
    const { content, last } = anEntry();
    const said = { ...content, assessment: null, noValueReason: '', comment: '', measure: null };
    const entry = anEntry({
      content: { ...said, values: ['2025', '2025-Q4'].map((period) => ({ period, value: '48' })) },
      last: {
        ...said,
        ...last,
        period: '2025-Q3',
        values: [{ period: '2025-Q3', value: '46' }],
        provenance: 'reported',
      },
      series: [point('2023', '45'), point('2024', '47'), point('2025-Q3', '46')],
    });
    const changes = [
      { field: '/values/0', before: null, after: '48' },
      { field: '/values/1', before: '46', after: '48' },
    ];
    const compared = { ...diff, entries: [{ targetCode: 'R1', title: '', weight: 1, changes }] };
    const [subject] = reviewContent({ ...report, entries: [entry] }, compared, null).shown;
    const values = subject?.fields.filter(({ kind }) => kind === 'number');
    expect(values?.map(({ before, beforePeriod }) => [before, beforePeriod])).toEqual([
      ['47', '2024'],
      ['46', '2025-Q3'],
    ]);
    expect(subject?.examples.before).toBe(true);
  });

  it('says which year was spoken of, where a whole year is judged', () => {
    const whole = { verdict: null, explanation: '', targets: [] };
    const year = {
      period: '2025',
      version: 1,
      content: { ...whole, verdict: 'partly' as const },
      verdictProvenance: 'reported' as const,
      provenances: {},
      exampleFields: [],
      last: { ...whole, period: '2024', verdict: 'largely' as const, verdictProvenance: 'reported' as const },
      updatedAt: null,
      updatedBy: null,
      updatedByYourself: false,
    };
    const lastVerdict = { period: '2025-Q3', verdict: 'partly' as const, explanation: '' };
    const changes = [{ field: '/year/verdict', before: 'largely', after: 'partly' }];
    const compared = { ...diff, entries: [{ targetCode: null, title: '', weight: 1, changes }] };
    const [subject] = reviewContent({ ...report, year, lastVerdict }, compared, null).shown;
    expect(subject?.fields.find(({ field }) => field === '/year/verdict')).toMatchObject({
      before: 'largely',
      beforePeriod: '2024',
      after: 'partly',
      afterPeriod: '2025',
    });
  });

  it('shows everything when there is nothing to compare with', () => {
    const content = reviewContent(
      { ...report, state: 'submitted' },
      { against: null, entries: [], unchanged: [] },
      null,
    );
    expect(codes(content.shown)).toEqual([null, 'R1', 'R2', 'R3']);
    expect(content.unchanged).toEqual([]);
  });

  it('shows what was asked about though nothing has changed, what was answered first', () => {
    const comment = (targetCode: string | null, revision: number, reply: string | null): ReportComment => ({
      id: `00000000-0000-4000-8000-00000000000${revision}`,
      revision,
      targetCode,
      field: '/comment',
      text: 'Varför?',
      suggestion: null,
      needsReply: true,
      author: 'Lars Bergström',
      createdAt: '2026-01-20T08:00:00Z',
      reply,
      repliedBy: reply && 'Anna Berg',
      repliedAt: reply && '2026-01-21T08:00:00Z',
    });
    const shown = (comments: ReportComment[], against = diff) =>
      codes(reviewContent({ ...report, comments }, against, null).shown);
    expect(shown([comment('R1', 1, null), comment('R2', 1, 'Därför.')])).toEqual(['R2', 'R1', 'R3', null]);
    const nothing: ReportDiff = {
      against: { kind: 'revision', label: '2' },
      entries: [],
      unchanged: ['R1', 'R2', 'R3'],
    };
    // What was answered in an earlier round has been read; what was never answered has not.
    expect(shown([comment('R1', 1, 'Därför.'), comment('R3', 1, null), comment(null, 2, 'Ja.')], nothing)).toEqual([
      null,
      'R3',
    ]);
    expect(shown([], nothing)).toEqual([]);
  });

  it('gives each subject its own comments and only the checks that ask for an explanation', () => {
    const checks = [
      { targetCode: 'R1', field: '/values/0', kind: 'soft' as const, code: 'same_text', params: {}, explained: true },
      { targetCode: 'R1', field: '/comment', kind: 'hard' as const, code: 'x', params: {}, explained: false },
    ];
    const [first] = reviewContent({ ...report, checks }, null, null).unchanged.filter(
      (subject) => subject.targetCode === 'R1',
    );
    const all = reviewContent({ ...report, checks }, null, null);
    const subject = first ?? all.shown.find((each) => each.targetCode === 'R1');
    expect(subject?.softChecks.map((check) => check.code)).toEqual(['same_text']);
  });
});

describe('what is compared with', () => {
  const transitionItem = (revision: number, to: TimelineItem['to']): TimelineItem => ({
    at: '2026-01-01T00:00:00Z',
    who: 'Mats',
    kind: 'transition',
    transition: null,
    from: null,
    to,
    reason: null,
    revision,
    targetCode: null,
    text: null,
    dueOn: null,
  });
  const current = {
    correction: null,
    revision: { number: 3, sha256: 'a'.repeat(64), submittedBy: 'O', submittedAt: '2026-01-01T00:00:00Z' },
  };

  it('is the latest returned revision before the current one', () => {
    const timeline = [
      transitionItem(1, 'submitted'),
      transitionItem(1, 'returned'),
      transitionItem(2, 'returned'),
      transitionItem(3, 'submitted'),
    ];
    expect(returnedRevision(current, timeline)).toBe(2);
    expect(returnedRevision(current, [transitionItem(1, 'submitted')])).toBeNull();
    // Returned just now, and not submitted again: there is nothing newer to compare it with.
    expect(returnedRevision(current, [transitionItem(3, 'returned')])).toBeNull();
  });

  it('counts nothing that was returned before the report was published', () => {
    const correction = { revision: 2, reason: 'Fel tal.', who: 'Carin', at: '2026-01-01T00:00:00Z' };
    const before = [transitionItem(1, 'returned'), transitionItem(2, 'published')];
    const corrected = { revision: { ...current.revision, number: 4 }, correction };
    expect(returnedRevision({ ...current, correction }, before)).toBeNull();
    expect(returnedRevision(corrected, [...before, transitionItem(3, 'returned')])).toBe(3);
  });

  it.each([
    [undefined, null, null, 'period'],
    [undefined, 2, null, 2],
    [undefined, null, 1, 1],
    [undefined, 2, 1, 2],
    ['period', 2, null, 'period'],
    ['period', null, 1, 'period'],
    ['1', 2, null, 1],
    ['nonsense', 2, null, 2],
    ['-1', null, null, 'period'],
  ] as const)(
    'follows the address %s, else what was returned (%s), else what is corrected (%s): %s',
    (asked, returned, published, against) => expect(againstOf(asked, { returned, published })).toBe(against),
  );

  it('has an address for every field', () => {
    expect(fieldAnchor('R1', '/measure/text')).toBe('R1-measure-text');
    expect(fieldAnchor(null, '')).toBe('area');
  });
});
