import { knownDate } from './imprecise-date';

describe('knownDate', () => {
  it('writes a day and a month in the language', () => {
    expect(knownDate('2021-06-22', 'sv')).toEqual({ kind: 'text', text: '22 juni 2021' });
    expect(knownDate('2021-06', 'sv')).toEqual({ kind: 'text', text: 'juni 2021' });
    expect(knownDate('2021-06', 'en')).toEqual({ kind: 'text', text: 'June 2021' });
  });

  it('claims no more than is known', () => {
    expect(knownDate('2023-autumn', 'sv')).toEqual({ kind: 'season', season: 'autumn', year: '2023' });
    expect(knownDate('2023', 'sv')).toEqual({ kind: 'text', text: '2023' });
  });
});
