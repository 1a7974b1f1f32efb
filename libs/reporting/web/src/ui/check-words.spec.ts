import type { FiredCheck } from '@malspar/reporting-model';
import type { NumberRefusal } from '@malspar/shared-model';
import { checkText } from './check-words';
import sv from '../i18n/owner.sv.json';
import en from '../i18n/owner.en.json';

type Texts = { [key: string]: string | Texts };

/** As Transloco does it: the key's text with its parameters put in; a missing key is given back. */
const translator =
  (texts: Texts) =>
  (key: string, params: Record<string, unknown> = {}) => {
    const found = key
      .replace(/^reporting\./, '')
      .split('.')
      .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts);
    return typeof found === 'string'
      ? found.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
          const given = params[name];
          return typeof given === 'string' || typeof given === 'number' ? String(given) : whole;
        })
      : key;
  };
const [inSwedish, inEnglish] = [translator(sv), translator(en)];

const slip = (direction: string, factor: number) => ({
  code: 'factor_of_ten',
  params: { period: '2025-Q4', value: '46.1', factor, direction, lastPeriod: '2025-Q3', last: '4.6' },
});
const jump = (change: string) => ({
  code: 'outside_series',
  params: { period: '2025-Q4', value: '60.3', lastPeriod: '2025-Q3', last: '49.7', change, usual: '2.1' },
});
const contradiction = (why: string) => ({
  code: 'assessment_contradicts',
  params: {
    why,
    milestone: 'Riktlinjer',
    period: '2025-Q4',
    value: '60.3',
    target: '55.0',
    lastPeriod: '2024-Q4',
    last: '59.8',
  },
});
const everyRefusal: readonly NumberRefusal[] = [
  ...(['not_a_number', 'letters', 'two_numbers', 'other_unit'] as const),
  ...(['thousands_sign', 'other_digits', 'number_too_large', 'too_many_decimals'] as const),
];
const everyCheck: readonly Pick<FiredCheck, 'code' | 'params'>[] = [
  ...['no_assessment', 'no_measure', 'no_measure_responsible', 'no_measure_date'].map((code) => ({ code, params: {} })),
  ...['no_verdict', 'no_verdict_explanation'].map((code) => ({ code, params: {} })),
  ...['assessment', 'comment', 'verdict', 'explanation'].map((name) => ({ code: `no_year_${name}`, params: {} })),
  ...everyRefusal.map((code) => ({ code, params: { written: 'MWh', unit: '%', decimals: 2 } })),
  { code: 'other_unit', params: { written: 'MWh', unit: '', decimals: 0 } },
  { code: 'comment_lacks_reply', params: { commentId: 'x' } },
  { code: 'no_value', params: { period: '2025-Q4' } },
  { code: 'too_long', params: { max: 4000 } },
  { code: 'fell_to_zero', params: { period: '2025-Q4', value: '0', lastPeriod: '2025-Q3', last: '4.6' } },
  ...['below', 'above'].map((side) => ({
    code: 'outside_unit',
    params: { period: '2025-Q4', value: '101', unit: '%', side, limit: 100 },
  })),
  ...['before', 'far'].map((why) => ({ code: 'measure_date', params: { why, years: 10 } })),
  { code: 'assessment_contradicts', params: { why: 'no_whole_year', target: '4.00' } },
  { code: 'below_unit', params: { period: '2025-Q4', value: '-1', min: 0, unit: '%' } },
  { code: 'above_unit', params: { period: '2025-Q4', value: '101', max: 100, unit: '%' } },
  ...[0, 1, 2].map((decimals) => ({ code: 'too_many_decimals', params: { period: '2025-Q4', value: '1', decimals } })),
  ...['larger', 'smaller'].flatMap((direction) => [10, 100, 1000].map((factor) => slip(direction, factor))),
  jump('10.6'),
  jump('-10.6'),
  ...['has_value', 'milestone_open', 'milestone_late', 'below_target', 'moving_away'].map(contradiction),
  { code: 'same_text', params: { lastPeriod: '2025-Q3' } },
];

describe('checkText', () => {
  it('points out a slip of the decimal sign in plain words', () => {
    expect(checkText(inSwedish, slip('larger', 10), 'sv')).toBe(
      '46,1 är ungefär tio gånger mer än förra kvartalets 4,6. Stämmer det? Förklara.',
    );
    expect(checkText(inEnglish, slip('larger', 10), 'en')).toBe(
      '46.1 is about ten times more than last quarter’s 4.6. Is that right? Explain why.',
    );
  });

  it('names the period where it is not the one just before', () => {
    const check = { code: 'factor_of_ten', params: { ...slip('larger', 10).params, lastPeriod: '2024-Q4' } };
    expect(checkText(inSwedish, check, 'sv')).toContain('mer än 4,6 (kvartal 4 2024)');
  });

  it('says of each earlier value that is an example that it is one', () => {
    const said = ({ code, params }: Pick<FiredCheck, 'code' | 'params'>, examples: string, lastPeriod = '2025-Q3') => {
      const check = { code, params: { ...params, examples, lastPeriod } };
      return [checkText(inSwedish, check, 'sv'), checkText(inEnglish, check, 'en')];
    };
    const [sv, en] = said(slip('larger', 10), 'last');
    expect(sv).toContain('förra kvartalets 4,6 (exempelvärde). Stämmer det?');
    expect(en).toContain('last quarter’s 4.6 (example value).');
    expect(said(slip('larger', 10), 'last', '2024-Q4')[0]).toContain('mer än 4,6 (kvartal 4 2024, exempelvärde).');
    expect(said(jump('10.6'), 'usual')[0]).toContain(
      'förra kvartalets 49,7. Vanligen ändras utfallet med ungefär 2,1 (exempelvärde).',
    );
    const away = said(contradiction('moving_away'), 'target last', '2024-Q4')[0];
    expect(away).toContain(
      'från 59,8 (kvartal 4 2024, exempelvärde) till 60,3, bort från målvärdet 55,0 (exempelvärde)',
    );
    const year = { ...contradiction('below_target'), code: 'assessment_contradicts' };
    const made = { ...year, params: { ...year.params, basis: 'mean', from: '2025-Q1', to: '2025-Q4' } };
    expect(said(made, 'value')[0]).toMatch(/60,3 \([^()]+, exempelvärde\)/);
  });

  it('says how much less without a minus sign', () => {
    expect(checkText(inSwedish, jump('-10.6'), 'sv')).toContain('60,3 är 10,6 mindre än förra kvartalets 49,7');
  });

  it.each(everyCheck.map((check) => [`${check.code} ${JSON.stringify(check.params)}`, check] as const))(
    'has words for %s in both languages',
    (_, check) => {
      for (const text of [checkText(inSwedish, check, 'sv'), checkText(inEnglish, check, 'en')]) {
        expect(text).not.toMatch(/^reporting\.|\{\{|undefined|NaN/);
        expect(text.length).toBeGreaterThan(10);
      }
    },
  );
});
