import { BothLanguages, boundedText, PeriodCode, PlainDate, requiredText, Sha256 } from '@malspar/shared-model';
import * as z from 'zod';
import { PublishedDifference } from './difference.js';

/** The most characters of what the coordinator writes. */
export const FOREWORD_MAX = 6000;
export const GAP_REASON_MAX = 1000;
export const CORRECTION_REASON_MAX = 2000;

export const PublicationKind = z.enum(['period', 'year']);
export type PublicationKind = z.infer<typeof PublicationKind>;

/** A file of a published version. */
export const PublishedFile = z.object({
  name: z.string(),
  format: z.enum(['pdf', 'xlsx', 'csv', 'csv-sv', 'json', 'zip']),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: Sha256,
  /** The table that a CSV file holds, as its kind calls it. */
  table: z.string().optional(),
});
export type PublishedFile = z.infer<typeof PublishedFile>;

export const PublicationVersion = z.object({
  version: z.number().int(),
  slug: z.string(),
  title: BothLanguages,
  publishedAt: z.iso.datetime(),
  sha256: Sha256,
  auditHead: Sha256,
  correction: z.object({ reason: z.string(), date: PlainDate, ofVersion: z.number().int() }).nullable(),
  files: z.array(PublishedFile),
});
export type PublicationVersion = z.infer<typeof PublicationVersion>;

/** The name of a kind of content, such as a report of a certain sort; an absent one is the usual kind. */
export const ContentKind = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** A kind of content that can be published, and of which periods. */
export const PublishableKind = z.object({
  contentKind: ContentKind,
  title: BothLanguages,
  /** Whether a call that names no kind means this one. */
  isUsual: z.boolean(),
  /** The first part of its addresses on the public site. */
  root: z.string(),
  /** Those that can be published by now, also those that have been; newest first. */
  periods: z.array(PeriodCode),
});
export type PublishableKind = z.infer<typeof PublishableKind>;

/** One publication with its versions, newest first. */
export const Publication = z.object({
  contentKind: ContentKind,
  period: PeriodCode,
  kind: PublicationKind,
  versions: z.array(PublicationVersion),
});
export type Publication = z.infer<typeof Publication>;

/** A report that is missing and the stated reason why. */
const Gap = z.strictObject({
  areaSlug: boundedText(80),
  period: PeriodCode,
  reason: requiredText(GAP_REASON_MAX),
});
type Gap = z.infer<typeof Gap>;

/** Where a report stands: gaps, notes and lists name it so. */
export type ReportPlace = Pick<Gap, 'areaSlug' | 'period'>;
export const samePlace = (a: ReportPlace, b: ReportPlace): boolean =>
  a.areaSlug === b.areaSlug && a.period === b.period;

/** What the coordinator writes around the approved reports. */
export const PublicationDraft = z.strictObject({
  contentKind: ContentKind.optional(),
  title: requiredText(120).nullable().default(null),
  foreword: boundedText(FOREWORD_MAX).default(''),
  order: z.array(boundedText(80)).max(100).default([]),
  gaps: z.array(Gap).max(400).default([]),
  /** Why there is a new version; demanded when there is an earlier one. */
  correctionReason: requiredText(CORRECTION_REASON_MAX).nullable().default(null),
});
export type PublicationDraft = z.infer<typeof PublicationDraft>;

/** The act of publishing: the draft, the period typed as confirmation, and the preview that was looked at. */
export const PublishRequest = PublicationDraft.extend({
  confirmation: boundedText(20),
  /** The version that it is to be; another one means that somebody else was first. */
  version: z.number().int().min(1),
  /** `contentHash` of the preview: what is published must be what was seen. */
  contentHash: Sha256.optional(),
});
export type PublishRequest = z.infer<typeof PublishRequest>;

/** A report that goes into a publication, and how it stands. */
export const PublicationReport = z.object({
  reportId: z.uuid(),
  areaSlug: z.string(),
  areaTitle: z.string(),
  period: PeriodCode,
  /** Of the workflow that it goes through. */
  state: z.string(),
  revision: z.number().int(),
  sha256: Sha256.nullable(),
  /** Whether this very revision is in the newest version already. */
  published: z.boolean(),
  /** Whether it stands as published, with no correction under way. */
  canReopen: z.boolean(),
  /** Where it is looked at in the app; null where it has no page there. */
  link: z.string().startsWith('/').nullable(),
});
export type PublicationReport = z.infer<typeof PublicationReport>;

/** Something that stands in the way of publishing, or that the coordinator should know of; `code` is a stable word. */
export const PublicationNote = z.object({
  code: z.string().regex(/^[a-z_]{1,60}$/),
  areaSlug: z.string().nullable(),
  period: PeriodCode.nullable(),
  params: z.record(z.string(), z.string()),
  /** What a note of the kind's own says; absent for those of publishing itself, whose words are the app's. */
  text: z.object({ sv: z.string(), en: z.string() }).optional(),
  /** Whether a part is missing that may be left out for a stated reason, or a stated reason is not needed. */
  gap: z.enum(['missing', 'needless']).optional(),
  /** Whether it is put right where the part is looked at. */
  leadsToPart: z.boolean().optional(),
});
export type PublicationNote = z.infer<typeof PublicationNote>;

/** What would be published now, what blocks it and what merely differs. */
export const PublicationPreview = z.object({
  period: PeriodCode,
  kind: PublicationKind,
  nextVersion: z.number().int(),
  reports: z.array(PublicationReport),
  /** The slugs of the areas in the order they would be shown. */
  order: z.array(z.string()),
  blockers: z.array(PublicationNote),
  differs: z.array(PublicationNote),
  /** The hash of all that is not the moment itself; null while reports are missing. */
  contentHash: Sha256.nullable(),
  /** Against the newest version, when there is one. */
  difference: PublishedDifference.nullable(),
});
export type PublicationPreview = z.infer<typeof PublicationPreview>;

/** The page and the files made as they would be published; only their maker may look, for a while. */
export const PublicationPreviewReceipt = z.object({
  id: z.uuid(),
  expiresAt: z.iso.datetime(),
  version: z.number().int(),
  /** Of what they were made of, as in `PublicationPreview`. */
  contentHash: Sha256,
  files: z.array(PublishedFile),
});
export type PublicationPreviewReceipt = z.infer<typeof PublicationPreviewReceipt>;

/** The receipt of a publication. */
export const PublicationReceipt = z.object({
  contentKind: ContentKind,
  /** The first part of its address on the public site. */
  root: z.string(),
  period: PeriodCode,
  kind: PublicationKind,
  version: z.number().int(),
  slug: z.string(),
  sha256: Sha256,
  publishedAt: z.iso.datetime(),
  files: z.array(PublishedFile),
});
export type PublicationReceipt = z.infer<typeof PublicationReceipt>;

/** Reopens one published report for correction. */
export const CorrectionRequest = z.strictObject({
  contentKind: ContentKind.optional(),
  reportId: z.uuid(),
  reason: requiredText(CORRECTION_REASON_MAX),
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/** The report that is a draft again. */
export const Corrected = z.object({ reportId: z.uuid() });

/** What a file turned out to be. */
export const Verification = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('published'),
    /** `bytes`: the very file. `content`: the same data, written otherwise. */
    match: z.enum(['bytes', 'content']),
    /** As in `KnownVersion`. */
    publication: z.string(),
    period: PeriodCode,
    version: z.number().int(),
    file: z.string().nullable(),
    publishedAt: z.iso.datetime(),
    /** The newest version; higher than `version` when this one has been corrected. */
    newestVersion: z.number().int(),
  }),
  z.object({ outcome: z.literal('unknown'), sha256: Sha256 }),
]);
export type Verification = z.infer<typeof Verification>;
