import { seedPlan } from '@malspar/plan-api/testing';
import { aCheckedEntry } from '@malspar/reporting-model/testing';
import { correctable, putRight, verifiedPeriods } from './demo-correction.js';

const RIGHT = ' Utfallet är rättat sedan den första versionen.';
const corrected = (comment: string, value: string | null, decimals = 1) =>
  putRight({ values: [{ period: '2024-Q4', value }], comment }, decimals);

describe('a demo’s correction', () => {
  it.each([
    [
      'Utfallet är 59,8, en förbättring från 62,0 kvartal 4 2023.',
      'Utfallet är 60,0, en förbättring från 62,0 kvartal 4 2023.',
    ],
    ['Från 62,0 har vi kommit till 59,8.', 'Från 62,0 har vi kommit till 60,0.'],
    ['Utfallet är 59,8. Det är nära 59,8 kvartal 4 2023.', 'Utfallet är 60,0. Det är nära 59,8 kvartal 4 2023.'],
    ['Av 159,8 ton är 59,85 kvar.', 'Av 159,8 ton är 59,85 kvar.'],
  ])('says in words what the value now is: %s', (comment, expected) => {
    const { comment: said, values } = corrected(comment, '59.8');
    expect(said).toBe(expected + RIGHT);
    expect(values).toEqual([{ period: '2024-Q4', value: '60.0' }]);
  });

  it('takes whole numbers, and a figure that is missing', () => {
    expect(corrected('Vi är 12 av 112.', '12', 0).comment).toBe(`Vi är 14 av 112.${RIGHT}`);
    expect(corrected('Underlag saknas.', null)).toMatchObject({
      comment: `Underlag saknas.${RIGHT}`,
      values: [{ value: null }],
    });
  });
});

describe('what a demo shows a correction with', () => {
  const PERIOD = '2024-Q4';
  const entry = (targetCode: string, value: string | null, max: string | null = null) =>
    aCheckedEntry({
      targetCode,
      target: { targetValue: null },
      indicator: { unit: 'ton', max, baseline: null },
      duePeriods: [PERIOD],
      content: {
        assessment: 'on_track',
        values: [{ period: PERIOD, value }],
        noValueReason: value === null ? 'Saknas.' : '',
      },
    });
  const report = (...entries: ReturnType<typeof aCheckedEntry>[]) => ({
    period: PERIOD,
    entries,
    checks: [],
    verdictProvenance: 'illustrative' as const,
  });
  const nothingVerified = new Map();

  it('is an example value', () => {
    expect(correctable(report(entry('A1', null), entry('A2', '5')), nothingVerified)?.targetCode).toBe('A2');
  });

  it('is never in a report where anything is verified', () => {
    const both = report(entry('A1', '5'), entry('A2', '6'));
    expect(correctable(both, new Map([['A2', new Set([PERIOD])]]))).toBeNull();
    expect(correctable(both, new Map([['A2', new Set(['2023-Q4'])]]))?.targetCode).toBe('A1');
    expect(correctable({ ...both, verdictProvenance: 'verified' }, nothingVerified)).toBeNull();
  });

  it('stays within what is allowed', () => {
    expect(correctable(report(entry('A1', '99.9', '100'), entry('A2', '5')), nothingVerified)?.targetCode).toBe('A2');
    expect(correctable(report(entry('A1', '99.9', '100')), nothingVerified)).toBeNull();
  });

  it('knows the verified values of a plan file', () => {
    const verified = verifiedPeriods(seedPlan('miljoplan-2021-2025').plan);
    expect([...verified].filter(([, periods]) => periods.size > 0)).toEqual([['R4', new Set(['2023'])]]);
  });
});
