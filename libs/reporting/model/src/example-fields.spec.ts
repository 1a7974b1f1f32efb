import { examplesIn, originAfter, overExamples, yearOriginsAfter } from './example-fields.js';

const example = { assessment: 'on_track', comment: 'Ett exempel.', 'values/2025-Q4': '104', 'parts/1/Norr': '60' };
const before = { fields: example, provenance: 'illustrative', examples: example } as const;

describe('what is left of an example that a person writes over', () => {
  it.each([
    ['nothing is changed', {}, 'illustrative', ['assessment', 'comment', 'values/2025-Q4', 'parts/1/Norr']],
    ['a value is', { 'values/2025-Q4': '105' }, 'illustrative', ['assessment', 'comment', 'parts/1/Norr']],
    ['a part is', { 'parts/1/Norr': '61' }, 'illustrative', ['assessment', 'comment', 'values/2025-Q4']],
    [
      'zeros are added',
      { 'parts/1/Norr': '60.0', comment: '', assessment: '' },
      'illustrative',
      ['values/2025-Q4', 'parts/1/Norr'],
    ],
    [
      'only its value is left',
      { 'parts/1/Norr': '', comment: 'Vår.', assessment: 'uncertain' },
      'reported',
      ['values/2025-Q4'],
    ],
  ])('when %s', (_, change, provenance, exampleFields) => {
    expect(originAfter(before, { ...example, ...change })).toEqual({ provenance, exampleFields });
  });

  it('is the writer’s where the writer is no person', () => {
    expect(originAfter(before, { comment: 'Nytt.' }, 'verified').provenance).toBe('verified');
    expect(originAfter({ ...before, provenance: 'verified', examples: {} }, example).provenance).toBe('verified');
  });

  it('is told for each judgement of a year by itself', () => {
    const fields = { 'year/verdict': 'not', 'year/assessment/R1': 'uncertain', 'year/assessment/R2': 'uncertain' };
    const origins = { verdictProvenance: 'illustrative', provenances: { R1: 'illustrative', R2: 'verified' } } as const;
    const year = { ...origins, fields, examples: fields };
    expect(yearOriginsAfter(year, { ...fields, 'year/assessment/R1': 'on_track' })).toEqual({
      verdictProvenance: 'illustrative',
      provenances: { R1: 'reported', R2: 'verified' },
    });
  });
});

describe('the marks of what is written over an example', () => {
  const mark = { name: 'Anna' };
  const isExample = () => 'illustrative' as const;

  it('hold its words, so that they are the example’s again when they are taken back, but no choice', () => {
    const marks = overExamples({ comment: mark, assessment: mark, noValueReason: mark }, example, isExample);
    expect(marks).toEqual({
      comment: { name: 'Anna', example: 'Ett exempel.' },
      assessment: { name: 'Anna', example: '' },
      noValueReason: { name: 'Anna', example: '' },
    });
    const now = { comment: 'Vår.', assessment: 'uncertain', 'parts/1/Norr': '60' };
    expect(examplesIn(now, isExample, marks)).toEqual({ comment: 'Ett exempel.', 'parts/1/Norr': '60' });
    expect(examplesIn(now, () => 'reported', marks)).toEqual({ comment: 'Ett exempel.' });
  });

  it('are none where nothing is or was an example', () => {
    expect(overExamples({ comment: mark }, {}, () => 'reported')).toEqual({ comment: mark });
  });
});
