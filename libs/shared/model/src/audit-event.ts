import * as z from 'zod';
import type { AuditCatalogue } from './audit-catalogue.js';
import { capitalized } from './capitalized.js';
import { PageQuery } from './page.js';
import { PeriodCode } from './period-code.js';
import { PlainDate } from './plain-date.js';

/** One act as the log's page and file show it. */
export const AuditEvent = z.object({
  seq: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  kind: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** What it is about, by name: an area, a person, a document. Null where a period alone names it, or nothing does. */
  subjectTitle: z.string().nullable(),
  /** The period it is about. */
  period: PeriodCode.nullable(),
  /** The version it made, of what has versions. */
  version: z.number().int().nullable(),
  /** Of what was done with a period: its due date afterwards, and before where it was moved. */
  dueOn: PlainDate.nullable(),
  dueBefore: PlainDate.nullable(),
  /** Why it was done with a period. */
  reason: z.string().nullable(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Which acts are asked for; what is left out does not narrow. */
const filter = {
  /** What the act is about belongs to this focus area. */
  focusArea: z.uuid().optional(),
  /** Who acted; `system` for the product itself. */
  person: z.union([z.literal('system'), z.uuid()]).optional(),
  kind: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/, { error: 'invalid-value' })
    .optional(),
  /** First and last day, where the authority is. */
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  /** Whether routine, such as sign-ins, is among them. */
  signIns: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
};

export const AuditQuery = PageQuery.extend(filter);
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditFileQuery = z.strictObject({ ...filter, language: z.enum(['sv', 'en']).default('sv') });
export type AuditFileQuery = z.infer<typeof AuditFileQuery>;

export type AuditFilter = Omit<AuditQuery, keyof PageQuery>;

type Subject = Pick<AuditEvent, 'subjectType' | 'subjectId' | 'subjectTitle' | 'period' | 'version'>;

/**
 * What an act is about, as in "Resor och transporter, kvartal 4 2025". Where nothing names it: its type and the
 * beginning of its id.
 */
export function auditSubjectText(
  { subjectType, subjectId, subjectTitle, period, version }: Subject,
  language: 'sv' | 'en',
  catalogue: Pick<AuditCatalogue, 'subjectWord'>,
  periodText: (code: PeriodCode) => string,
): string {
  const named = [subjectTitle, period && periodText(period)].filter((part) => part !== null);
  if (named.length === 0) named.push(catalogue.subjectWord(subjectType, language));
  if (version !== null) named.push(`version ${version}`);
  else if (subjectTitle === null && period === null) named.push(subjectId.slice(0, 8));
  return capitalized(named.join(', '));
}

const DUE_WORDS = {
  sv: { due: (on: string) => `Sista dag ${on}`, moved: (before: string, on: string) => `Från ${before} till ${on}` },
  en: { due: (on: string) => `Due ${on}`, moved: (before: string, on: string) => `From ${before} to ${on}` },
} as const;

/** A period's due date as the act made it, as in "Från 31 januari 2026 till 7 februari 2026"; empty of other acts. */
export function auditDueText(
  { dueOn, dueBefore }: Pick<AuditEvent, 'dueOn' | 'dueBefore'>,
  language: 'sv' | 'en',
  dateText: (date: PlainDate) => string,
): string {
  if (dueOn === null) return '';
  const words = DUE_WORDS[language];
  return dueBefore === null ? words.due(dateText(dueOn)) : words.moved(dateText(dueBefore), dateText(dueOn));
}
