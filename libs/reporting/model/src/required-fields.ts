import type { PeriodCode } from '@malspar/shared-model';
import type { CheckedEntry } from './check-rules.js';
import { checkEntry, checkVerdict } from './checks.js';
import { checkYear, type YearContent, yearFieldName } from './year-part.js';
import { type FiredCheck, emptyEntryContent, type EntryContent, type VerdictContent } from './entry.js';

const MISSING: readonly string[] = [
  'no_assessment',
  'no_value',
  'no_measure',
  'no_measure_responsible',
  'no_measure_date',
  'no_verdict',
  'no_verdict_explanation',
  'no_year_assessment',
  'no_year_comment',
  'no_year_verdict',
  'no_year_explanation',
];

/** Whether the check says that something has not been filled in. */
export const isMissing = ({ code }: Pick<FiredCheck, 'code'>): boolean => MISSING.includes(code);

/** The content with one field left empty. */
type Emptied<C> = Readonly<Record<string, (content: C) => C>>;

const MEASURE = { text: '…', responsible: '…', dueOn: '2000-01-01' };

const ENTRY: Emptied<EntryContent> = {
  '/assessment': (content) => ({ ...content, assessment: null }),
  '/values': (content) => ({ ...content, values: [] }),
  '/noValueReason': (content) => ({ ...content, noValueReason: '' }),
  '/comment': (content) => ({ ...content, comment: '' }),
  '/measure/text': (content) => ({ ...content, measure: { ...MEASURE, text: '' } }),
  '/measure/responsible': (content) => ({ ...content, measure: { ...MEASURE, responsible: '' } }),
  '/measure/dueOn': (content) => ({ ...content, measure: { ...MEASURE, dueOn: null } }),
};

const VERDICT: Emptied<VerdictContent> = {
  '/verdict': (content) => ({ ...content, verdict: null }),
  '/explanation': (content) => ({ ...content, explanation: '' }),
};

/**
 * The fields of an entry, as JSON Pointers, that have to be filled in as things stand: those that, left empty, make a
 * check refuse the submit. All others are voluntary.
 */
export function requiredFields(entry: CheckedEntry, period: PeriodCode): ReadonlySet<string> {
  const { assessment, values, noValueReason } = entry.content;
  const content = { ...emptyEntryContent, assessment, values, noValueReason };
  return demanded(ENTRY, content, (emptied) => checkEntry({ ...entry, content: emptied }, period));
}

/** As `requiredFields`, of the area's verdict. */
export const requiredVerdictFields = (): ReadonlySet<string> =>
  demanded(VERDICT, { verdict: null, explanation: '' }, checkVerdict);

/** As `requiredFields`, of the year part; each target's fields end with its code. */
export function requiredYearFields(
  content: YearContent,
  entries: Parameters<typeof checkYear>[1],
): ReadonlySet<string> {
  const nothing = { verdict: null, explanation: '', targets: [] };
  const uncommented = content.targets.map((target) => ({ ...target, comment: '' }));
  const demands = [...checkYear(nothing, entries), ...checkYear({ ...nothing, targets: uncommented }, entries)];
  return new Set(demands.map((check) => `/${yearFieldName(check)}`));
}

function demanded<C>(fields: Emptied<C>, content: C, checks: (content: C) => readonly FiredCheck[]): Set<string> {
  return new Set(
    Object.entries(fields).flatMap(([field, empty]) => {
      // The reason why there is no value is asked for at the value.
      const asked = field === '/noValueReason' ? '/values' : field;
      const demands = checks(empty(content)).filter(isMissing);
      return demands.some((check) => check.field === asked || check.field.startsWith(`${asked}/`)) ? [field] : [];
    }),
  );
}
