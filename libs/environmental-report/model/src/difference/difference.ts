import type { PublishedChange, PublishedDifference } from '@malspar/publication-model';
import { diffWords } from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import { plansWordsOf } from '../figures/target-figures.js';
import { type Field, fieldsOfArea, fieldsOfReport, fieldsOfTarget } from './difference-fields.js';
import type { PublishedArea, PublishedReport } from '../published-report.js';

/**
 * What differs from one published version to another, in values and in words; only areas and targets with a difference
 * are listed. Versions of one period are compared figure by figure; two periods by their latest figures, since a later
 * one of course has more of them.
 */
export function differenceOf(before: PublishedReport, after: PublishedReport): PublishedDifference {
  const samePeriod = before.period === after.period;
  const areas = pairs(before.areas, after.areas, (area) => area.slug).map(({ key, a, b }) => ({
    key,
    title: (b ?? a)?.title ?? key,
    presence: presenceOf(a, b),
    changes: a && b ? changes(areaFields(a, before, samePeriod), areaFields(b, after, samePeriod)) : [],
    items: targetsOf(a, b, before.period, after.period),
  }));
  return {
    before: { period: before.period, version: before.version, title: before.title },
    after: { period: after.period, version: after.version, title: after.title },
    general: changes(fieldsOfReport(before, { samePeriod }), fieldsOfReport(after, { samePeriod })),
    plansWords: [...before.gaps, ...after.gaps].map(({ areaTitle }) => areaTitle),
    sections: areas.filter((area) => area.presence !== 'both' || area.changes.length > 0 || area.items.length > 0),
  };
}

function targetsOf(
  before: PublishedArea | undefined,
  after: PublishedArea | undefined,
  from: PeriodCode,
  to: PeriodCode,
): PublishedDifference['sections'][number]['items'] {
  if (!before || !after) return [];
  const values = from === to ? 'every-value' : 'latest-value';
  return pairs(before.targets, after.targets, (target) => target.code)
    .map(({ key, a, b }) => ({
      code: key,
      title: (b ?? a)?.title ?? key,
      presence: presenceOf(a, b),
      plansWords: [a, b].flatMap((target) => (target ? plansWordsOf(target) : [])),
      changes: a && b ? changes(fieldsOfTarget(a, from, values), fieldsOfTarget(b, to, values)) : [],
    }))
    .filter((target) => target.presence !== 'both' || target.changes.length > 0);
}

// Of two periods only what is said of each as a whole stands beside each other: a year's quarters have no like.
const areaFields = (area: PublishedArea, report: PublishedReport, samePeriod: boolean): Field[] =>
  fieldsOfArea(area, report).filter(({ field }) => samePeriod || !field.includes('/'));

const presenceOf = (before: unknown, after: unknown): 'both' | 'added' | 'removed' =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'both';

interface Pair<T> {
  readonly key: string;
  readonly a: T | undefined;
  readonly b: T | undefined;
}

/** Two lists side by side by key, in the later one's order; what is only in the earlier comes last. */
function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Pair<T>[] {
  const [a, b] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const keys = new Set([...after, ...before].map(keyOf));
  return [...keys].map((key) => ({ key, a: a?.get(key), b: b?.get(key) }));
}

/** Two texts that have little in common are read one after the other: mixed they are only confetti. */
const ENOUGH_ALIKE = 0.4;

function wordByWord(before: string, after: string): PublishedChange['tokens'] {
  const tokens = diffWords(before, after);
  const same = tokens.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return same >= ENOUGH_ALIKE * Math.max(before.length, after.length) ? tokens : null;
}

const isExample = (field: Field | undefined): boolean =>
  field !== undefined && field.text !== null && field.provenance === 'illustrative';

/** One number of two periods is the same number, though each says of which period it is. */
const saysTheSame = (a: Field | undefined, b: Field | undefined): boolean =>
  a?.text?.sv === b?.text?.sv || (typeof a?.number === 'string' && a.number === b?.number);

function changes(before: readonly Field[], after: readonly Field[]): PublishedChange[] {
  return pairs(before, after, (field) => field.field).flatMap(({ a, b }) => {
    const field = b ?? a;
    if (!field || saysTheSame(a, b)) return [];
    const [from, to] = [a?.text ?? null, b?.text ?? null];
    return [
      {
        field: field.field,
        label: field.label,
        kind: field.kind,
        before: from,
        after: to,
        numbers: field.kind === 'number' ? { before: a?.number ?? null, after: b?.number ?? null } : null,
        tokens: field.kind === 'text' && from && to ? wordByWord(from.sv, to.sv) : null,
        isExample: { before: isExample(a), after: isExample(b) },
      },
    ];
  });
}
