import type { EarlierEntry, EntryContent, FieldChange, VerdictContent, YearContent } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** How a field's text is written out for a reader. */
export type FieldKind = 'assessment' | 'verdict' | 'number' | 'words' | 'plain' | 'date' | 'period' | 'year';

/** One thing a report says, as it was and as it is. Texts are as stored; null is nothing said. */
export interface ReviewField {
  /** JSON Pointer into the entry's content or the verdict. */
  readonly field: string;
  readonly kind: FieldKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly changed: boolean;
  /** Which periods the two are for, where the field is a value or about a whole year. */
  readonly beforePeriod: PeriodCode | null;
  readonly afterPeriod: PeriodCode | null;
}

/** What a report said of one target: a frozen content, or an earlier entry, which holds less. */
type SaidOfTarget = Partial<EntryContent> | EarlierEntry;
/** What a report said of the area as a whole. */
type SaidOfArea = Pick<VerdictContent, 'verdict' | 'explanation'>;
/** What it said of the whole year, of a target or of the area. */
export type SaidOfYear = Partial<YearContent['targets'][number] & SaidOfArea> & { readonly period?: PeriodCode };
export type Said = (SaidOfTarget | SaidOfArea) & { readonly year?: SaidOfYear | null };

type Flat = ReadonlyMap<string, { readonly text: string; readonly period: PeriodCode | null }>;
const NOTHING: Flat = new Map();

const KINDS: readonly (readonly [prefix: string, kind: FieldKind])[] = [
  ['/year/assessment', 'assessment'],
  ['/year/verdict', 'verdict'],
  ['/assessment', 'assessment'],
  ['/verdict', 'verdict'],
  ['/values/', 'number'],
  ['/parts/', 'number'],
  ['/target/targetValue', 'number'],
  ['/target/targetYear', 'year'],
  ['/target/title', 'words'],
  ['/milestones/', 'period'],
  ['/measure/dueOn', 'date'],
  ['/measure/responsible', 'plain'],
];

export const kindOf = (field: string): FieldKind => KINDS.find(([prefix]) => field.startsWith(prefix))?.[1] ?? 'words';

// The order in which a report is read; explanations follow the value they explain.
const ORDER = [
  '/target',
  '/assessment',
  '/verdict',
  '/values',
  '/noValueReason',
  '/explanations',
  '/parts',
  '/milestones',
];
const LAST = [
  ...['/explanation', '/comment', '/measure/text', '/measure/responsible', '/measure/dueOn'],
  ...['/year/assessment', '/year/comment', '/year/verdict', '/year/explanation'],
];

function place(field: string): number {
  const last = LAST.indexOf(field);
  if (last >= 0) return ORDER.length + last;
  const first = ORDER.findIndex((prefix) => field === prefix || field.startsWith(`${prefix}/`));
  return first < 0 ? ORDER.length : first;
}

/**
 * Every field that either side says something in, in the order a report is read. What the server calls changed is
 * changed, with the server's two texts; without its answer (`changes` null) the two sides are compared here.
 */
export function reviewFields(now: Said, before: Said | null, changes: readonly FieldChange[] | null): ReviewField[] {
  const [after, earlier] = [flat(now), before ? flat(before) : NOTHING];
  const changed = new Map(changes?.map((change) => [change.field, change]));
  const fields = [...new Set([...after.keys(), ...earlier.keys(), ...changed.keys()])];
  return fields
    .map((field): ReviewField => {
      const [then, is] = [earlier.get(field), after.get(field)];
      const change = changed.get(field);
      const says = change ? change.after : (is?.text ?? null);
      // Unchanged is unchanged also where an earlier entry, which holds less, does not say it.
      const was = change
        ? (change.before ?? (kindOf(field) === 'number' ? olderValue(then, is) : null))
        : changes
          ? says
          : (then?.text ?? null);
      return {
        field,
        kind: kindOf(field),
        before: was,
        after: says,
        changed: changes ? change !== undefined : before !== null && was !== says,
        beforePeriod: then?.period ?? null,
        afterPeriod: is?.period ?? null,
      };
    })
    .filter(({ before: was, after: says }) => was !== null || says !== null)
    .sort((a, b) => place(a.field) - place(b.field) || a.field.localeCompare(b.field));
}

type ShownValue = { readonly text: string; readonly period: PeriodCode | null } | undefined;

// The last report was perhaps not asked for the value, and so the server has none; what stands in its place is older.
const olderValue = (then: ShownValue, is: ShownValue): string | null =>
  then?.period && is?.period && sameCadence(then.period, is.period) ? then.text : null;

/** Whether two values are both of a quarter, a tertial or a year, and may stand against each other. */
export const sameCadence = (a: PeriodCode, b: PeriodCode): boolean => parsePeriod(a).cadence === parsePeriod(b).cadence;

function flat(said: Said): Flat {
  const texts = new Map<string, { text: string; period: PeriodCode | null }>();
  const put = (field: string, text: string | null | undefined, period: PeriodCode | null = null): void => {
    if (text) texts.set(field, { text, period });
  };
  putYear(said.year ?? {}, put);
  if ('verdict' in said) {
    put('/verdict', said.verdict);
    put('/explanation', said.explanation);
    return texts;
  }
  const content: Partial<EntryContent> = said;
  put('/assessment', content.assessment);
  const values = [...(content.values ?? [])].sort((a, b) => a.period.localeCompare(b.period));
  values.forEach(({ period, value }, index) => put(`/values/${index}`, value, period));
  put('/noValueReason', content.noValueReason);
  for (const { label, value } of content.parts ?? []) put(`/parts/${escaped(label)}`, value);
  for (const { index, done } of content.milestones ?? []) put(`/milestones/${index}`, done);
  for (const [code, text] of Object.entries(content.explanations ?? {})) put(`/explanations/${code}`, text);
  put('/comment', content.comment);
  put('/measure/text', content.measure?.text);
  put('/measure/responsible', content.measure?.responsible);
  put('/measure/dueOn', content.measure?.dueOn);
  return texts;
}

function putYear(
  said: SaidOfYear,
  put: (field: string, text: string | null | undefined, period?: PeriodCode | null) => void,
): void {
  for (const name of ['assessment', 'comment', 'verdict', 'explanation'] as const) {
    put(`/year/${name}`, said[name], said.period);
  }
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The last part of a pointer as it was before it was escaped: a part's label, a milestone's place, a check's code. */
export const lastPart = (field: string): string =>
  (field.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
