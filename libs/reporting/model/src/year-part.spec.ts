import { requiredYearFields } from './required-fields.js';
import { Assessment } from './states.js';
import { checkYear, isAboutYear, yearFaults, type YearContent, yearFieldName, yearJudgedIn } from './year-part.js';

const entry = (targetCode: string, assessment: Assessment | null) => ({ targetCode, content: { assessment } });
const year = (change: Partial<YearContent> = {}): YearContent => ({
  verdict: 'largely',
  explanation: 'Ett bra år.',
  targets: [
    { targetCode: 'R1', assessment: 'on_track', comment: '' },
    { targetCode: 'R2', assessment: 'uncertain', comment: '' },
  ],
  ...change,
});
const entries = [entry('R1', 'on_track'), entry('R2', 'uncertain')];
const found = (content: YearContent, judged = entries): string[] =>
  checkYear(content, judged).map(({ targetCode, field, code }) => `${targetCode ?? '-'} ${field} ${code}`);

describe('the year part', () => {
  it.each([
    ['2025-Q4', '2025'],
    ['2025-T3', '2025'],
    ['2025-Q3', null],
    ['2025-T1', null],
    ['2025', null],
  ])('is asked for with the year’s last period: %s judges %s', (period, judged) => {
    expect(yearJudgedIn(period)).toBe(judged);
  });

  it('lacks nothing where each target and the area are judged', () => {
    expect(found(year())).toEqual([]);
  });

  it('asks for each target, the verdict and its sentence', () => {
    expect(found({ verdict: null, explanation: ' \u200b', targets: [] })).toEqual([
      'R1 /year/assessment no_year_assessment',
      'R2 /year/assessment no_year_assessment',
      '- /year/verdict no_year_verdict',
      '- /year/explanation no_year_explanation',
    ]);
  });

  it('asks why where the year is judged otherwise than its last period, and only there', () => {
    const judged = [entry('R1', 'uncertain'), entry('R2', 'uncertain')];
    expect(found(year(), judged)).toEqual(['R1 /year/comment no_year_comment']);
    const [first, second] = year().targets;
    expect(found(year({ targets: [{ ...first!, comment: 'Bättre i våras.' }, second!] }), judged)).toEqual([]);
    expect(found(year(), [entry('R1', null), entry('R2', 'uncertain')])).toEqual([]);
  });

  it('says which fields must be filled in', () => {
    expect([...requiredYearFields(year(), [entry('R1', 'achieved'), entry('R2', 'uncertain')])].sort()).toEqual([
      '/year/assessment/R1',
      '/year/assessment/R2',
      '/year/comment/R1',
      '/year/explanation',
      '/year/verdict',
    ]);
  });

  it('can never be about a target that the report does not have, nor twice about one', () => {
    const [first] = year().targets;
    expect(yearFaults(year({ targets: [first!, first!, { ...first!, targetCode: 'X' }] }), ['R1', 'R2'])).toEqual([
      { pointer: '/targets/1/targetCode', code: 'given-twice' },
      { pointer: '/targets/2/targetCode', code: 'no-such-target' },
    ]);
  });

  it('has pointers of its own, and a field of the draft for each', () => {
    expect([isAboutYear('/year/verdict'), isAboutYear('/verdict'), isAboutYear('/yearly')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(yearFieldName({ targetCode: 'R1', field: '/year/comment' })).toBe('year/comment/R1');
    expect(yearFieldName({ targetCode: null, field: '/year/verdict' })).toBe('year/verdict');
  });
});
