import type { Direction } from '@malspar/shared-model';
import { partsFinding } from './finding-of-parts.js';
import { progressFinding } from './finding-of-progress.js';
import { targetsFinding } from './finding-of-targets.js';
import { verdictsFinding } from './finding-of-verdicts.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the finding of parts', () => {
  const about = { total: '360', period: '2025-Q4', provisional: false, unit: 'kg', decimals: 0 };
  const parts = (...values: [string, string][]) => values.map(([label, value]) => ({ label, value }));

  it('names the largest and its share', () => {
    const given = { ...about, parts: parts(['Akut', '90'], ['Kirurgi', '270']) };
    expect(plain(partsFinding(given, 'sv'))).toBe('Störst del är Kirurgi, 75 % av 360 kg (kvartal 4 2025)');
    expect(plain(partsFinding({ ...given, provisional: true }, 'en'))).toBe(
      'The largest part is Kirurgi, 75% of 360 kg (quarter 4 2025; provisional value)',
    );
  });

  it('names all that are equally large', () => {
    const given = { ...about, parts: parts(['Akut', '120'], ['Kirurgi', '120'], ['Medicin', '120']) };
    expect(plain(partsFinding(given, 'sv'))).toBe(
      'Lika stora och störst är Akut, Kirurgi och Medicin, 33 % vardera av 360 kg (kvartal 4 2025)',
    );
  });
});

describe('the finding of a way to a target', () => {
  const way = (latest: string, [baseline, target] = ['100', '55']) => ({
    indicator: { direction: 'reach' as const, baseline: baseline ?? '', baselineYear: 2019, decimals: 1 },
    target: { value: target ?? '', year: 2025 },
    latest: {
      ...{ value: latest, basis: 'twelve_months' as const, period: '2025-Q4', periods: ['2025-Q4'] },
      provisional: false,
    },
  });

  it.each([
    [
      '60.3',
      'Har kommit 88 % av vägen från utgångsvärdet 2019 till målvärdet 2025 (tolv månader till och med kvartal 4 2025)',
    ],
    [
      '55.01',
      'Har kommit 99 % av vägen från utgångsvärdet 2019 till målvärdet 2025 (tolv månader till och med kvartal 4 2025)',
    ],
    [
      '99.9',
      'Har kommit mindre än 1 % av vägen från utgångsvärdet 2019 till målvärdet 2025 (tolv månader till och med kvartal 4 2025)',
    ],
    ['55', 'Har nått målvärdet för 2025 (tolv månader till och med kvartal 4 2025)'],
    ['40', 'Har nått målvärdet för 2025 (tolv månader till och med kvartal 4 2025)'],
    ['100', 'Är kvar på utgångsvärdet 2019 (tolv månader till och med kvartal 4 2025)'],
    ['103', 'Är längre från målvärdet än utgångsvärdet 2019 (tolv månader till och med kvartal 4 2025)'],
  ])('%s of the way from 100 to 55', (latest, expected) => {
    expect(plain(progressFinding(way(latest), 'sv'))).toBe(expected);
  });

  it.each([
    [{ basis: 'year', period: '2024' }, false, 'Har nått målvärdet för 2025 redan 2024', ' already in 2024'],
    [{ basis: 'year', period: '2025' }, false, 'Har nått målvärdet för 2025 (2025)', ' (2025)'],
    [
      { basis: 'year', period: '2024' },
      true,
      'Har nått målvärdet för 2025 redan 2024 (preliminärt värde)',
      ' already in 2024 (provisional value)',
    ],
    [
      { basis: 'mean', period: '2024' },
      false,
      'Har nått målvärdet för 2025 redan 2024 (medelvärdet för 2024)',
      ' already in 2024 (the mean of 2024)',
    ],
  ] as const)('says that a target is met before its year, %o', ({ basis, period }, provisional, swedish, english) => {
    const met = { ...way('40'), latest: { value: '40', basis, period, periods: [period], provisional } };
    expect(plain(progressFinding(met, 'sv'))).toBe(swedish);
    expect(plain(progressFinding(met, 'en'))).toBe(`Has reached the target value for 2025${english}`);
  });

  it('counts a rising way alike', () => {
    expect(plain(progressFinding(way('89', ['46', '90']), 'en'))).toBe(
      'Has come 97% of the way from the baseline 2019 to the target value for 2025 (twelve months to the end of quarter 4 2025)',
    );
  });
});

describe('the finding of many targets', () => {
  const state = (latest: string | null, change: { target?: null; direction?: Direction } = {}) => ({
    indicator: { direction: change.direction ?? ('decrease' as const), baseline: '100', decimals: 0 },
    target: change.target === null ? null : '55',
    latest,
  });

  it('counts who is there, who is closer and who is not', () => {
    const targets = [state('50'), state('60'), state('70'), state('101'), state(null)];
    expect(targetsFinding(targets, 'sv')).toBe(
      'Av 5 mål med siffror har 1 nått sitt målvärde, 2 kommit närmare målvärdet än utgångsvärdet, 1 inte kommit närmare målvärdet än utgångsvärdet och 1 inget helt år att jämföra',
    );
    expect(targetsFinding(targets.slice(0, 3), 'en')).toBe(
      'Of 3 targets with figures 1 has reached the target value and 2 have come closer to the target value than the baseline',
    );
  });

  it('needs no number for one, and knows every direction', () => {
    expect(targetsFinding([state('60', { direction: 'increase' })], 'sv')).toBe(
      'Målet med siffror har nått sitt målvärde',
    );
    expect(targetsFinding([state('56', { direction: 'reach' })], 'sv')).toBe(
      'Målet med siffror har kommit närmare målvärdet än utgångsvärdet',
    );
    expect(targetsFinding([state('56', { target: null })], 'sv')).toBe(
      'Målet med siffror har inget helt år att jämföra',
    );
  });
});

describe('the finding of verdicts', () => {
  const words = { fully: 'Helt enligt plan', partly: 'Till viss del enligt plan' };

  it('counts them in the words of the plan', () => {
    const verdicts = ['fully', 'partly', 'fully', null];
    expect(verdictsFinding({ period: '2025-Q3', verdicts, words }, 'sv')).toBe(
      'Kvartal 3 2025: av 4 målområden bedöms 2 helt enligt plan och 1 till viss del enligt plan; 1 har ingen bedömning',
    );
  });

  it('says it where there is none', () => {
    expect(verdictsFinding({ period: '2025-Q3', verdicts: [null, null], words }, 'sv')).toBe(
      'Kvartal 3 2025: inget av 2 målområden har någon bedömning',
    );
  });
});
