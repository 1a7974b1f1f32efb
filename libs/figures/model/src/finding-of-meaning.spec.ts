import { findingCaption, type FindingIndicator } from './finding.js';
import type { SeriesPoint } from './series-marks.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const quarters = (year: number, ...values: readonly (string | null)[]): SeriesPoint[] =>
  values.map((value, index) => ({ period: `${year}-Q${index + 1}`, value, provisional: false }));
const indicator = (change: Partial<FindingIndicator>): FindingIndicator => ({
  kind: 'numeric',
  unit: '%',
  decimals: 2,
  cadence: 'quarter',
  baselineYear: 2019,
  baseline: '0.8',
  direction: 'reach',
  milestones: [],
  ...change,
});
const said = (
  change: Partial<FindingIndicator>,
  series: readonly SeriesPoint[],
  target: string | null,
  asOf?: string,
): string => plain(findingCaption(indicator(change), series, { targetValue: target, targetYear: 2025 }, 'sv', asOf));

const solar = { covers: 'period', yearFrom: 'mean', quantityKind: 'share' } as const;
const own = [...quarters(2024, '1.41', '4.39', '4.66', '1.77'), ...quarters(2025, '1.73', '5.35', '5.68')];

describe('a finding says only what may be compared', () => {
  it('a year of a seasonal share, never its best quarter', () => {
    expect(said(solar, own, '4')).toBe(
      'Har ökat 2,83 procentenheter sedan 2019, till 3,63 % (medelvärdet av kvartal 4 2024–kvartal 3 2025); målet till 2025 är 4,00 %',
    );
  });

  it('the year’s own value in a report on the year, and that the year is not whole', () => {
    const travel = {
      ...solar,
      quantityKind: 'index',
      unit: 'index (2019 = 100)',
      decimals: 1,
      baseline: '100',
    } as const;
    const series = [
      ...quarters(2023, '47.7', '56.6', '46.5', '53.7'),
      ...quarters(2024, '54.7', '56.5', '51.5', '59.8'),
    ];
    expect(said(travel, series, '55', '2024')).toBe(
      'Har minskat 44 % sedan 2019 (medelvärdet för 2024); det senaste året har det ökat, från 51,1 till 55,6; målet till 2025 är 45 %',
    );
    expect(said(travel, series.slice(0, -1), '55', '2024')).toBe(
      'Är 51,5 (kvartal 3 2024), mot 46,5 kvartal 3 2023; 2024 är inte helt (3 av 4 perioder) och jämförs inte; målet till 2025 är att minska med 45 %',
    );
  });

  it('a sum of the last four quarters, and that it rose', () => {
    const waste = { covers: 'period', yearFrom: 'sum', quantityKind: 'level', unit: 'kg', decimals: 0 } as const;
    const kilos = [...quarters(2024, '102', '100', '105', '103'), ...quarters(2025, '104', '104', '104')];
    const change = { ...waste, baselineYear: 2024, baseline: '410' };
    expect(said(change, kilos, '350')).toBe(
      'Har ökat 1 % sedan 2024, till 415 kg (summan av kvartal 4 2024–kvartal 3 2025); målet till 2025 är 350 kg',
    );
    expect(said(change, kilos, '350', '2024')).toBe('Är som 2024, 410 kg (summan för 2024); målet till 2025 är 350 kg');
    expect(said(change, kilos.slice(0, 3), '350')).toBe(
      'Är 105 kg (kvartal 3 2024); jämförs när ett helt år har redovisats; målet till 2025 är 350 kg',
    );
  });

  it('the last whole year where a value is the year to date, and what has come since', () => {
    const change = {
      covers: 'year_to_date',
      yearFrom: 'last',
      quantityKind: 'level',
      unit: 'ton',
      decimals: 0,
    } as const;
    const tons = [...quarters(2024, '20', '45', '70', '96'), ...quarters(2025, '18', '40')];
    expect(said({ ...change, baseline: '120' }, tons, '80')).toBe(
      'Har minskat 20 % sedan 2019, till 96 ton (2024); kvartal 2 2025 var det 40 ton, mot 45 ton kvartal 2 2024; målet till 2025 är 80 ton',
    );
  });

  it('nothing of a quarter whose meaning nobody has stated', () => {
    expect(said({}, own, '4')).toBe('Är 5,68 % (kvartal 3 2025), mot 4,66 % kvartal 3 2024; målet till 2025 är 4,00 %');
    expect(said({ cadence: 'year' }, [{ period: '2024', value: '3.5', provisional: false }], '4')).toBe(
      'Har ökat från 0,80 % till 3,50 % sedan 2019 (2024); målet till 2025 är 4,00 %',
    );
  });
});

describe('a finding by what the unit is', () => {
  const yearly = (value: string): SeriesPoint[] => [{ period: '2024', value, provisional: false }];
  it.each<[string, Partial<FindingIndicator>, string, string | null, string]>([
    [
      'a change since the base year',
      { quantityKind: 'change_since_base', decimals: 0, baseline: '0' },
      '-32',
      '-45',
      'Har minskat 32 % sedan 2019 (2024); målet till 2025 är 45 %',
    ],
    [
      'a change since the base year that went the other way',
      { quantityKind: 'change_since_base', decimals: 0, baseline: '0' },
      '4',
      '-45',
      'Har ökat 4 % sedan 2019 (2024); målet till 2025 är att minska med 45 %',
    ],
    [
      'a change a year',
      { quantityKind: 'change_per_year', unit: '% per år', decimals: 1, baseline: '2' },
      '-1.5',
      '-3',
      'Har minskat från 2,0 % per år till −1,5 % per år sedan 2019 (2024); målet till 2025 är −3,0 % per år',
    ],
    [
      'a level that crosses zero',
      { quantityKind: 'level', unit: 'ton', decimals: 0, baseline: '10' },
      '-5',
      '-10',
      'Har minskat från 10 ton till −5 ton sedan 2019 (2024); målet till 2025 är −10 ton',
    ],
    [
      'a difference within rounding',
      { quantityKind: 'level', unit: 'ton', decimals: 0, baseline: '10' },
      '10.4',
      '5',
      'Är oförändrat sedan 2019, 10,4 ton (2024); målet till 2025 är 5 ton',
    ],
    [
      'a change too small for per cent',
      { quantityKind: 'level', unit: 'ton', decimals: 0, baseline: '1000000' },
      '1000001',
      null,
      'Har ökat från 1 000 000 ton till 1 000 001 ton sedan 2019 (2024)',
    ],
  ])('%s', (_, change, value, target, text) => {
    expect(said({ cadence: 'year', ...change }, yearly(value), target)).toBe(text);
  });
});
