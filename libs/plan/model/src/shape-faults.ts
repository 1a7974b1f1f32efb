import type * as z from 'zod';
import { pointerStep } from './file-cursor.js';
import type { PlanFileFault, PlanFileFaultCode } from './plan-file-faults.js';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, { sv: string; en: string }>> = {
  string: { sv: 'text inom citattecken', en: 'text in quotes' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  object: { sv: 'ett objekt { … }', en: 'an object { … }' },
  record: { sv: 'ett objekt { … }', en: 'an object { … }' },
  array: { sv: 'en lista [ … ]', en: 'a list [ … ]' },
};

const FORMATS: Readonly<Record<string, PlanFileFaultCode>> = { email: 'not-an-address', url: 'not-a-link' };

/** Codes that the schemas give as their message. */
const OWN: ReadonlySet<string> = new Set<PlanFileFaultCode>([
  'not-a-slug',
  'not-a-target-code',
  'not-a-date',
  'no-such-date',
  'not-a-period',
  'not-a-language',
  'required',
]);

function missing(root: unknown, path: readonly PropertyKey[]): boolean {
  let here = root;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return true;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here === undefined;
}

function faultsOf(issue: Issue, root: unknown): PlanFileFault[] {
  const path = issue.path.map((key) => pointerStep(String(key))).join('');
  const one = (code: PlanFileFaultCode, params?: PlanFileFault['params']): PlanFileFault[] => [{ path, code, params }];
  if (OWN.has(issue.message)) return one(issue.message as PlanFileFaultCode);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path + pointerStep(key), code: 'unknown-field' }));
    case 'invalid_type':
      if (missing(root, issue.path)) return one('required');
      return one('wrong-type', TYPES[issue.expected] ?? { sv: issue.expected, en: issue.expected });
    case 'invalid_value':
      if (missing(root, issue.path)) return one('required');
      return one('not-one-of', { allowed: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return one('not-one-of', { allowed: 'numeric, milestone' });
    case 'too_big':
      return issue.origin === 'string'
        ? one('too-long', { max: Number(issue.maximum) })
        : one('too-large', { max: Number(issue.maximum) });
    case 'too_small':
      return issue.origin === 'array' ? one('empty-list') : one('too-small', { min: Number(issue.minimum) });
    case 'invalid_format':
      return one(FORMATS[issue.format] ?? 'invalid');
    default:
      return one('invalid');
  }
}

/** What a schema found, as faults with their places in the file. */
export const shapeFaults = (issues: readonly Issue[], root: unknown): PlanFileFault[] =>
  issues.flatMap((issue) => faultsOf(issue, root));
