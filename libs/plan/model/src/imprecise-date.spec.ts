import { ImpreciseDate, validFromOf } from './imprecise-date.js';

describe('a date as exactly as it is known', () => {
  it.each([
    ['2021-06-22', '2021-06-22'],
    ['2021-06', '2021-06-01'],
    ['2021', '2021-01-01'],
    ['2023-spring', '2023-03-01'],
    ['2023-summer', '2023-06-01'],
    ['2023-autumn', '2023-09-01'],
    ['2023-winter', '2023-12-01'],
  ])('%s counts from %s', (date, day) => expect(validFromOf(date)).toBe(day));

  it.each(['2021-02-30', '2021-13', '2023-fall', '21', ''])('%s is refused', (date) => {
    expect(ImpreciseDate.safeParse(date).success).toBe(false);
    expect(() => validFromOf(date)).toThrow(RangeError);
  });
});
