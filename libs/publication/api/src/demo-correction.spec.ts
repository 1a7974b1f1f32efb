import type { EntryContent } from '@malspar/reporting-model';
import { putRight } from './demo-correction.js';

const RIGHT = ' Utfallet är rättat sedan den första versionen.';
const corrected = (comment: string, value: string | null, decimals = 1) =>
  putRight({ values: [{ period: '2024-Q4', value }], comment } as unknown as EntryContent, decimals);

describe('a demo’s correction', () => {
  it.each([
    [
      'Utfallet är 59,8, en förbättring från 62,0 kvartal 4 2023.',
      'Utfallet är 60,0, en förbättring från 62,0 kvartal 4 2023.',
    ],
    ['Från 62,0 har vi kommit till 59,8.', 'Från 62,0 har vi kommit till 60,0.'],
    ['Utfallet är 59,8. Det är nära 59,8 kvartal 4 2023.', 'Utfallet är 60,0. Det är nära 59,8 kvartal 4 2023.'],
    ['Av 159,8 ton är 59,85 kvar.', 'Av 159,8 ton är 59,85 kvar.'],
  ])('says in words what the figure now is: %s', (comment, expected) => {
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
