import { boundedText, PlainDate, requiredText } from '@malspar/shared-model';
import * as z from 'zod';

/** How far the site meets the law's demands, in the three steps that the law knows. */
export const Conformance = z.enum(['full', 'partial', 'none']);
export type Conformance = z.infer<typeof Conformance>;

/** Why something is not accessible. `burden`: 12 § of the law; `exempt`: 9 §; `not_yet`: it is to be mended. */
export const FailureReason = z.enum(['not_yet', 'burden', 'exempt']);
export type FailureReason = z.infer<typeof FailureReason>;

const needed = (max: number) => z.strictObject({ sv: requiredText(max), en: boundedText(max) });
const optional = (max: number) => z.strictObject({ sv: boundedText(max), en: boundedText(max) });

/** A success criterion of WCAG, e.g. `1.3.1`. */
const Criterion = z.string().regex(/^[1-4]\.[1-9]\.\d{1,2}$/, { error: 'not-a-criterion' });

/** Something that is known not to be accessible. Where there is no English, the Swedish is shown. */
export const KnownFailure = z
  .strictObject({
    what: needed(500),
    where: needed(300),
    criteria: z.array(Criterion).max(10),
    reason: FailureReason,
    /** The law asks for it where mending is too burdensome. */
    motivation: optional(1000),
    /** When it is to be mended; only for what is to be. */
    plannedFor: PlainDate.nullable(),
    /** What the reader can do instead. */
    alternative: optional(500),
  })
  .refine(({ reason, motivation }) => reason !== 'burden' || motivation.sv !== '', {
    error: 'required',
    path: ['motivation', 'sv'],
  });
export type KnownFailure = z.infer<typeof KnownFailure>;

/** What an accessibility statement is made from. */
export const AccessibilityStatement = z
  .strictObject({
    conformance: Conformance,
    standard: requiredText(100),
    /** The standard's own date: a year, a month or a day. */
    standardDate: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: 'not-a-date' }),
    method: z.enum(['self', 'external']),
    /** Who made an external assessment. */
    assessor: boundedText(200),
    assessedOn: PlainDate,
    /** How it was done, in words. */
    procedure: optional(2000),
    failures: z.array(KnownFailure).max(50),
    /** Empty: the plan's own contact. */
    contact: z.union([z.literal(''), z.email({ error: 'not-an-address' }).max(200)]),
    phone: boundedText(50),
    /** Working days within which those who write get an answer. */
    responseDays: z.number().int().min(1).max(60),
  })
  .refine(({ method, assessor }) => method === 'self' || assessor !== '', { error: 'required', path: ['assessor'] })
  .refine(({ conformance, failures }) => conformance === 'full' || failures.length > 0, {
    error: 'failures-missing',
    path: ['failures'],
  })
  .refine(({ conformance, failures }) => conformance !== 'full' || failures.every((each) => each.reason === 'exempt'), {
    error: 'not-fully',
    path: ['conformance'],
  });
export type AccessibilityStatement = z.infer<typeof AccessibilityStatement>;

/** The statement in force with what is known of it. */
export const SavedStatement = z.object({
  /** 0: nobody has saved one yet, and this is the one that comes with the system. */
  version: z.number().int(),
  statement: AccessibilityStatement,
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
});
export type SavedStatement = z.infer<typeof SavedStatement>;

/** The statement as the public site shows it. */
export interface PublishedStatement {
  readonly version: number;
  readonly statement: AccessibilityStatement;
  readonly updatedOn: PlainDate;
  /** Whose site it is; null while no plan is loaded. */
  readonly organisation: string | null;
  /** What the site is about: the plan's title. */
  readonly service: string | null;
  /** The language of the plan (BCP 47). */
  readonly language: string | null;
  /** Where to write; the plan's contact unless the statement has one. */
  readonly contact: string | null;
}
