import { checkComments, checkEntry, checkReport, checkVerdict } from './checks.js';
import { usualRange } from './checks-of-values.js';
import { emptyEntryContent, type EntryContent, type SeriesPoint } from './entry.js';
import { aCheckedEntry, type CheckedEntryChange as Change } from './testing/index.js';

const PERIOD = '2025-Q3';

const point = (period: string, value: string | null): SeriesPoint => ({
  period,
  value,
  provisional: false,
  provenance: 'reported',
  sourceKey: null,
});

const content = (change: Partial<EntryContent> = {}): EntryContent => ({
  ...emptyEntryContent,
  assessment: 'on_track',
  values: [{ period: PERIOD, value: '46.1' }],
  ...change,
});

const entry = ({ content: written, ...rest }: Change = {}) => aCheckedEntry({ ...rest, content: content(written) });

const found = (change: Change, period = PERIOD) =>
  checkEntry(entry(change), period).map((check) => `${check.kind} ${check.code} ${check.field}`);

describe('hard checks of an entry', () => {
  it('finds nothing in a whole one', () => {
    expect(found({})).toEqual([]);
  });

  it('asks for an assessment', () => {
    expect(found({ content: { assessment: null } })).toEqual(['hard no_assessment /assessment']);
  });

  it.each([
    ['no value row', [], '/values/0'],
    ['an empty value', [{ period: PERIOD, value: null }], '/values/0'],
  ])('asks for a value or a reason: %s', (_, values, field) => {
    expect(found({ content: { values } })).toEqual([`hard no_value ${field}`]);
    expect(found({ content: { values, noValueReason: 'Underlaget kommer i maj.' } })).toEqual([]);
  });

  it('asks for each period that is due', () => {
    const due = { duePeriods: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] };
    const values = [{ period: '2025-Q4', value: '46' }];
    expect(found({ ...due, content: { values } }, '2025')).toEqual([
      'hard no_value /values/0',
      'hard no_value /values/1',
      'hard no_value /values/2',
    ]);
  });

  it('asks for no value where none is due: a yearly indicator in a quarter, milestones, not measurable yet', () => {
    expect(found({ duePeriods: [], content: { values: [] } })).toEqual([]);
    expect(found({ indicator: { kind: 'milestone' }, content: { values: [] } })).toEqual([]);
    const later: Change = { notMeasurableUntil: '2025-Q4', content: { assessment: 'not_measured', values: [] } };
    expect(found(later)).toEqual([]);
    expect(found({ ...later, notMeasurableUntil: PERIOD })).toEqual(['hard no_value /values/0']);
  });

  it('asks for a whole measure where the target is in doubt', () => {
    for (const assessment of ['uncertain', 'will_not_reach'] as const) {
      expect(found({ content: { assessment } })).toEqual(['hard no_measure /measure/text']);
      const measure = { text: 'Byter leverantör', responsible: ' ', dueOn: null };
      expect(found({ content: { assessment, measure } })).toEqual([
        'hard no_measure_responsible /measure/responsible',
        'hard no_measure_date /measure/dueOn',
      ]);
      const whole = { ...measure, responsible: 'Enhetschefen', dueOn: '2026-01-31' };
      expect(found({ content: { assessment, measure: whole } })).toEqual([]);
    }
    expect(found({ content: { assessment: 'not_started' } })).toEqual([]);
  });

  it.each([
    ['-0.1', ['hard below_unit /values/0']],
    ['100.1', ['hard above_unit /values/0']],
    ['100.05', ['hard above_unit /values/0', 'hard too_many_decimals /values/0']],
    ['100', []],
    ['0', []],
    ['12.34', ['hard too_many_decimals /values/0']],
    ['12.300', []],
    ['tolv', ['hard not_a_number /values/0']],
  ])('keeps a value to the range that is stated: %s', (value, expected) => {
    const share = { indicator: { unit: '%', direction: 'increase', baseline: '10', min: '0', max: '100' } as const };
    expect(found({ ...share, content: { values: [{ period: PERIOD, value }] } })).toEqual(expected);
  });

  const EARLIER = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'];

  it.each([
    ['outside what is stated', { max: '999' }, '5000'],
    ['finer than the indicator', {}, '500.123'],
    ['no number', {}, 'femhundra'],
  ])('asks nothing about a value that is refused: %s', (_, indicator, value) => {
    const series = ['52.0', '51.1', '50.4', '49.7'].map((known, nth) => point(EARLIER[nth] ?? '', known));
    const checks = (given: string, assessment: NonNullable<EntryContent['assessment']>) =>
      checkEntry(
        entry({ indicator, series, content: { assessment, values: [{ period: PERIOD, value: given }] } }),
        PERIOD,
      );
    for (const assessment of ['achieved', 'on_track', 'not_measured'] as const) {
      const found = checks(value, assessment);
      expect(found.map(({ kind, field }) => `${kind} ${field}`)).toEqual(['hard /values/0']);
    }
    expect(checks('500.1', 'not_measured').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['factor_of_ten', 'assessment_contradicts']),
    );
  });

  it('says a value to its last digit', () => {
    const written = '123456789012.123456';
    const above = checkEntry(
      entry({ indicator: { unit: '%', max: '100' }, content: { values: [{ period: PERIOD, value: written }] } }),
      PERIOD,
    );
    expect(above.filter((check) => check.field === '/values/0').map((check) => check.params['value'])).toEqual(
      above.filter((check) => check.field === '/values/0').map(() => written),
    );
    expect(above.some((check) => check.code === 'above_unit')).toBe(true);
  });

  it('lets the indicator’s own numbers widen what is usual', () => {
    const range = (change: Change) => usualRange(entry(change));
    expect(range({})).toEqual({ min: 0, max: null });
    const share = { unit: '%', quantityKind: 'share' } as const;
    expect(range({ indicator: { ...share, baseline: '19' } })).toEqual({ min: 0, max: 100 });
    expect(range({ indicator: { ...share, baseline: '120' } })).toEqual({ min: 0, max: null });
    expect(range({ indicator: { ...share, baseline: '-5' } })).toEqual({ min: null, max: 100 });
    expect(range({ indicator: { unit: '%', quantityKind: 'change_per_year' } })).toEqual({ min: null, max: null });
    expect(range({ indicator: { unit: '°C' }, series: [point('2025-Q1', '-3')] })).toEqual({ min: null, max: null });
  });
});

describe('soft checks of an entry', () => {
  const last = (value: string) => ({ series: [point('2025-Q2', value)] });

  it.each([
    ['461', '46.1', 10, 'larger'],
    ['4.7', '46.1', 10, 'smaller'],
    ['4610', '46.1', 100, 'larger'],
    ['46100', '46.1', 1000, 'larger'],
    ['-46', '-4.6', 10, 'larger'],
  ])('%s after %s looks like a slip of the decimal sign', (value, before, factor, direction) => {
    const slips = checkEntry(
      entry({ ...last(before), content: { assessment: 'uncertain', values: [{ period: PERIOD, value }] } }),
      PERIOD,
    ).filter((check) => check.code === 'factor_of_ten');
    expect(slips).toMatchObject([{ params: { factor, direction, lastPeriod: '2025-Q2' }, explained: false }]);
  });

  it.each([
    ['4.9', false],
    ['5.1', true],
    ['19.9', true],
    ['20.1', false],
    ['49.9', false],
    ['50.1', true],
    ['199', true],
    ['201', false],
  ])('a value %s times the last one is a slip of the decimal sign: %s', (times, expected) => {
    const written = { ...last('1'), content: { values: [{ period: PERIOD, value: times }] } };
    expect(found(written).some((line) => line.includes('factor_of_ten'))).toBe(expected);
  });

  it('says nothing against zero, nor of zero', () => {
    expect(found({ ...last('0'), content: { values: [{ period: PERIOD, value: '50' }] } })).toEqual([]);
    expect(found({ ...last('-4.6'), content: { values: [{ period: PERIOD, value: '46' }] } })).toEqual([]);
  });

  it.each<[string, string[], boolean]>([
    ['never near it', ['46.1', '44', '48.2'], true],
    ['the only one before was not', ['46.1'], true],
    ['near it before', ['46.1', '44', '4.1'], false],
    ['there before', ['46.1', '0', '48.2'], false],
    ['no more than a step from it', ['0.3', '0.1'], false],
  ])('asks about a fall to exactly zero: %s', (_, before, asked) => {
    const series = before.map((value, index) => point(`2024-Q${index + 1}`, value));
    const written = (value: string): string[] => found({ series, content: { values: [{ period: PERIOD, value }] } });
    expect(written('0').includes('soft fell_to_zero /values/0')).toBe(asked);
    expect(written('0.1')).not.toContain('soft fell_to_zero /values/0');
  });

  it.each([
    ['-0.1', ['soft outside_unit /values/0']],
    ['100.1', ['soft outside_unit /values/0']],
    ['100', []],
  ])('only asks where the range is a guess: %s', (value, expected) => {
    const share = { indicator: { unit: '%', quantityKind: 'share', direction: 'increase', baseline: '10' } as const };
    expect(found({ ...share, content: { values: [{ period: PERIOD, value }] } })).toEqual(expected);
  });

  it.each([
    ['2025-06-30', 'before'],
    ['2025-07-01', null],
    ['2035-09-30', null],
    ['2035-10-01', 'far'],
  ])('asks about a measure that is to end %s', (dueOn, why) => {
    for (const assessment of ['uncertain', 'on_track'] as const) {
      const measure = { text: 'Byter leverantör', responsible: 'Enhetschefen', dueOn };
      const checks = checkEntry(entry({ content: { assessment, measure } }), PERIOD);
      expect(checks.map(({ code, params }) => [code, params['why']])).toEqual(why ? [['measure_date', why]] : []);
    }
  });

  describe('of a year’s target against what a quarter covers', () => {
    const quarters = (...values: string[]) => values.map((value, index) => point(`2024-Q${index + 1}`, value));
    const meaning = { covers: 'period', yearFrom: 'mean', quantityKind: 'share' } as const;
    const share = {
      indicator: { ...meaning, direction: 'increase', baseline: '0.8' },
      target: { targetValue: '4' },
    } as const;
    const written = (assessment: 'achieved' | 'on_track', period: string, value: string): Partial<EntryContent> => ({
      assessment,
      values: [{ period, value }],
    });
    const whys = (change: Change, period: string) =>
      checkEntry(entry(change), period)
        .filter(({ code }) => code === 'assessment_contradicts')
        .map(({ params }) => [params['why'], params['value'], params['basis']]);

    it('is not met by the best quarter', () => {
      const series = [point('2024-Q4', '1.8'), point('2025-Q1', '1.7'), point('2025-Q2', '5.4')];
      const content = written('achieved', PERIOD, '5.7');
      expect(whys({ ...share, series, content }, PERIOD)).toEqual([['below_target', '3.7', 'mean']]);
    });

    it('is not met before there is a year', () => {
      const content = written('achieved', '2024-Q3', '5.7');
      const series = [point('2024-Q1', '4.4'), point('2024-Q2', '5.4')];
      expect(whys({ ...share, series, content }, '2024-Q3')).toEqual([['no_whole_year', undefined, undefined]]);
    });

    it('does not move away because of a season', () => {
      const series = quarters('1.4', '4.4', '4.7', '1.8');
      expect(whys({ ...share, series, content: written('on_track', '2025-Q1', '1.7') }, '2025-Q1')).toEqual([]);
    });

    it('is asked nothing about where nobody has stated what a quarter means', () => {
      const content = written('achieved', PERIOD, '1.7');
      const unstated = { ...share.indicator, covers: null, yearFrom: null };
      expect(whys({ ...share, indicator: unstated, content }, PERIOD)).toEqual([]);
    });
  });

  it('takes what the season explains for no slip', () => {
    const series = [point('2024-Q3', '4.4'), point('2025-Q2', '0.4')];
    expect(found({ series, content: { values: [{ period: PERIOD, value: '4.6' }] } })).toEqual([]);
  });

  it('points at a jump far outside the series’ own variation, once there is enough of it', () => {
    const series = ['50', '51', '50.5', '51.5'].map((value, index) => point(`2024-Q${index + 1}`, value));
    const values = [{ period: '2025-Q1', value: '70' }];
    const far: Change = { series, duePeriods: ['2025-Q1'], content: { values, assessment: 'uncertain' } };
    expect(found(far, '2025-Q1')).toContain('soft outside_series /values/0');
    expect(found({ ...far, series: series.slice(1) }, '2025-Q1')).not.toContain('soft outside_series /values/0');
    const near = { ...far, content: { values: [{ period: '2025-Q1', value: '54' }] } };
    expect(found(near, '2025-Q1')).toEqual([]);
  });

  it('compares a value with those written before it in the same report', () => {
    const due = ['2025-Q1', '2025-Q2'];
    const values = [
      { period: '2025-Q1', value: '46.1' },
      { period: '2025-Q2', value: '461' },
    ];
    expect(found({ duePeriods: due, content: { assessment: 'will_not_reach', values } }, '2025')).toContain(
      'soft factor_of_ten /values/1',
    );
  });

  it.each([
    ['"achieved" below target', { assessment: 'achieved', value: '60' }, 'below_target'],
    ['"on track" while moving away', { assessment: 'on_track', value: '80' }, 'moving_away'],
    ['"not measured" with a value', { assessment: 'not_measured', value: '46' }, 'has_value'],
  ] as const)('points at %s', (_, { assessment, value }, why) => {
    const checks = checkEntry(
      entry({ ...last('58'), content: { assessment, values: [{ period: PERIOD, value }] } }),
      PERIOD,
    );
    expect(checks).toMatchObject([{ code: 'assessment_contradicts', field: '/assessment', params: { why } }]);
  });

  it.each([
    ['met, if less than before', 'on_track', '54', '50'],
    ['moving towards the target', 'on_track', '80', '85'],
    ['achieved, and met', 'achieved', '55', '50'],
    ['doubtful, whatever the number', 'not_started', '90', '85'],
  ] as const)('does not when the target is %s', (_, assessment, value, before) => {
    expect(found({ ...last(before), content: { assessment, values: [{ period: PERIOD, value }] } })).toEqual([]);
  });

  it.each([
    ['asks when the last quarter misses the target', '2025-Q4', 'on_track', '60.3', ['time_is_up']],
    ['asks after the target year, too', '2026-Q1', 'on_track', '60.3', ['time_is_up']],
    ['asks once about "achieved"', '2025-Q4', 'achieved', '60.3', ['below_target']],
    ['does not while there is a quarter left', '2025-Q3', 'on_track', '60.3', []],
    ['does not when the last quarter meets it', '2025-Q4', 'on_track', '54.9', []],
    ['does not when the owner says that it will not be met', '2025-Q4', 'will_not_reach', '60.3', []],
  ] as const)('%s', (_, period, assessment, value, why) => {
    // Rises a little less than it usually moves: the direction alone asks nothing.
    const series = ['62.0', '50.0', '61.0', '51.0'].map((value, index) => point(`2024-Q${index + 1}`, value));
    const written = entry({
      series,
      duePeriods: [period],
      content: { assessment, values: [{ period, value }] },
    });
    const asked = checkEntry(written, period).filter((check) => check.code === 'assessment_contradicts');
    expect(asked.map((check) => check.params['why'])).toEqual(why);
  });

  it('waits for the value of the last year: that of the year before is no reason to ask', () => {
    const yearly: Change = { indicator: { cadence: 'year' }, duePeriods: ['2025'], series: [point('2024', '60')] };
    const said = (value: string | null): Partial<EntryContent> => ({
      assessment: 'on_track',
      values: [{ period: '2025', value }],
      noValueReason: value === null ? 'Underlaget är inte klart.' : '',
    });
    expect(found({ ...yearly, content: said(null) }, '2025-Q4')).toEqual([]);
    expect(found({ ...yearly, content: said('58') }, '2025-Q4')).toEqual(['soft assessment_contradicts /assessment']);
  });

  it('judges a figure that is not due by the latest one', () => {
    const yearly: Change = { indicator: { cadence: 'year' }, duePeriods: [], series: [point('2024', '60')] };
    expect(found({ ...yearly, content: { values: [], assessment: 'achieved' } })).toEqual([
      'soft assessment_contradicts /assessment',
    ]);
  });

  it('judges a report by the year that ends with it', () => {
    const yearly: Change = { indicator: { cadence: 'year' }, duePeriods: ['2025'], series: [point('2024', '60')] };
    const met: Partial<EntryContent> = { values: [{ period: '2025', value: '54' }], assessment: 'achieved' };
    expect(found({ ...yearly, content: met }, '2025-Q4')).toEqual([]);
  });

  it('reads "reach" from the baseline’s side', () => {
    const reach = { indicator: { direction: 'reach', baseline: '20' }, target: { targetValue: '50' } } as const;
    const achieved = (value: string): Partial<EntryContent> => ({
      assessment: 'achieved',
      values: [{ period: PERIOD, value }],
    });
    expect(found({ ...reach, content: achieved('50') })).toEqual([]);
    expect(found({ ...reach, content: achieved('51') })).toEqual([]);
    expect(found({ ...reach, content: achieved('49') })).toEqual(['soft assessment_contradicts /assessment']);
  });

  it('judges milestones by what is passed and what is late', () => {
    const milestones = [
      { title: 'Förslag', due: '2025-Q1', done: '2025-Q1' },
      { title: 'Beslut', due: '2025-Q2', done: null },
    ];
    const on = (assessment: EntryContent['assessment'], done: string | null) =>
      checkEntry(
        entry({
          indicator: { kind: 'milestone', direction: 'reach', milestones, baseline: null },
          content: { assessment, values: [], milestones: [{ index: 1, done }] },
        }),
        PERIOD,
      ).map((check) => check.params);
    expect(on('achieved', null)).toEqual([{ why: 'milestone_open', milestone: 'Beslut' }]);
    expect(on('on_track', null)).toEqual([{ why: 'milestone_late', milestone: 'Beslut' }]);
    expect(on('achieved', PERIOD)).toEqual([]);
  });

  it('points at last period’s words, however spaced, but not where nothing new was due', () => {
    const earlier = {
      period: '2025-Q2',
      assessment: null,
      values: [],
      noValueReason: '',
      comment: 'Arbetet fortsätter enligt plan.',
      measure: null,
      provenance: 'reported' as const,
    };
    const same = { last: earlier, content: { comment: 'Arbetet  fortsätter\nenligt plan. ' } };
    expect(found(same)).toEqual(['soft same_text /comment']);
    expect(found({ ...same, content: { comment: 'Arbetet är klart.' } })).toEqual([]);
    expect(found({ ...same, duePeriods: [], content: { ...same.content, values: [] } })).toEqual([]);
  });

  it('is explained by its own explanation only', () => {
    const explained = (explanations: EntryContent['explanations']) =>
      checkEntry(
        entry({ ...last('60'), content: { assessment: 'achieved', values: [], explanations } }),
        PERIOD,
      ).filter((check) => check.kind === 'soft')[0]!.explained;
    expect(explained({})).toBe(false);
    expect(explained({ same_text: 'Nytt kvartal.' })).toBe(false);
    expect(explained({ assessment_contradicts: '  ' })).toBe(false);
    expect(explained({ assessment_contradicts: 'Preliminär siffra.' })).toBe(true);
  });
});

describe('checks of a report', () => {
  it('asks for a verdict with its sentence', () => {
    expect(checkVerdict({ verdict: null, explanation: '' }).map((check) => check.field)).toEqual([
      '/verdict',
      '/explanation',
    ]);
    expect(checkVerdict({ verdict: 'largely', explanation: 'Resorna minskar.' })).toEqual([]);
  });

  it('asks for a reply to each comment that waits for one', () => {
    const comment = { id: 'c1', targetCode: 'R1', field: '/comment', reply: null, needsReply: true };
    const [replied, remark] = [
      { ...comment, id: 'c2', reply: 'Rättat.' },
      { ...comment, id: 'c3', needsReply: false },
    ];
    expect(checkComments([comment, replied, remark])).toMatchObject([
      { targetCode: 'R1', field: '/comment', kind: 'hard', code: 'comment_lacks_reply', params: { commentId: 'c1' } },
    ]);
  });

  it('gathers all of them', () => {
    const codes = checkReport({
      period: PERIOD,
      entries: [entry({ content: { assessment: null } })],
      verdictContent: { verdict: null, explanation: 'Klart.' },
      year: { content: { verdict: null, explanation: 'Ett år.', targets: [] } },
      comments: [{ id: 'c1', targetCode: null, field: '/verdict', reply: null, needsReply: true }],
    }).map((check) => check.code);
    expect(codes).toEqual([
      ...['no_assessment', 'no_verdict', 'no_year_assessment', 'no_year_verdict', 'comment_lacks_reply'],
    ]);
  });
});
