import { basisText, type Language, numberText, periodText } from '@malspar/figures-model';
import type { FiredCheck } from '@malspar/reporting-model';
import { type ComparableBasis, decimalsOf } from '@malspar/shared-model';
import { earlierValue, type Translate, withNotes } from './period-words';

const NUMBERS = ['value', 'sum', 'last', 'change', 'usual', 'target', 'min', 'max', 'limit'];

/** A check in plain words, in the language of `t`; `language` decides how its numbers and periods are written. */
export function checkText(t: Translate, check: Pick<FiredCheck, 'code' | 'params'>, language: Language): string {
  const { params } = check;
  const text = (name: string): string => String(params[name] ?? '');
  const numbers = NUMBERS.filter((name) => params[name] !== undefined).map((name) => {
    const raw = name === 'change' ? text(name).replace('-', '') : text(name);
    return [name, numberText(raw, decimalsOf(raw), language)] as const;
  });
  const written: Record<string, string> = Object.fromEntries(numbers);
  const noteOn = exampleNote(t, params);
  for (const name of ['value', 'usual', 'target']) {
    const made = name === 'value' && params['basis'] !== undefined ? [madeOf(params, language)] : [];
    if (written[name] !== undefined) written[name] = withNotes(written[name], [...made, ...noteOn(name)]);
  }
  const [period, lastPeriod] = [text('period'), text('lastPeriod')];
  const [last, notes] = [written['last'] ?? '', noteOn('last')];
  return t(`reporting.checks.${variantOf(check)}`, {
    ...params,
    ...written,
    period: period && periodText(period, language),
    lastPeriod: lastPeriod && [periodText(lastPeriod, language), ...notes].join(', '),
    against: period && lastPeriod && earlierValue(t, { value: last, notes }, lastPeriod, period, language),
  });
}

/** Says of a value, by its name among the parameters, that it is an example. */
function exampleNote(t: Translate, params: FiredCheck['params']): (name: string) => string[] {
  const examples = String(params['examples'] ?? '').split(' ');
  return (name) => (examples.includes(name) ? [t('reporting.data.example')] : []);
}

/** What a value that stands for a year is the value of. */
function madeOf(params: FiredCheck['params'], language: Language): string {
  const period = String(params['period']);
  const periods = [String(params['from'] ?? period), String(params['to'] ?? period)];
  return basisText({ basis: String(params['basis']) as ComparableBasis, period, periods }, language);
}

// A sentence each, rather than one put together from pieces: languages do not agree on the pieces.
function variantOf({ code, params }: Pick<FiredCheck, 'code' | 'params'>): string {
  switch (code) {
    case 'factor_of_ten':
      return `factor_of_ten_${params['direction']}_${params['factor']}`;
    case 'too_many_decimals':
      return Number(params['decimals']) < 2 ? `${code}_${params['decimals']}` : code;
    case 'other_unit':
      return params['unit'] === '' ? `${code}_none` : code;
    case 'outside_series':
      return Number(params['change']) < 0 ? 'outside_series_less' : 'outside_series_more';
    case 'outside_unit':
      return `outside_unit_${params['side']}`;
    case 'measure_date':
      return `measure_date_${params['why']}`;
    case 'assessment_contradicts':
      return `assessment_contradicts_${params['why']}`;
    default:
      return code;
  }
}
