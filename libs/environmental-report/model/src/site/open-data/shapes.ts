import { PublicationKind, PublishedFile } from '@malspar/publication-model';
import { Assessment, Verdict } from '@malspar/reporting-model';
import { Covers, Decimal, PeriodCode, Provenance, QuantityKind, Sha256, YearFrom } from '@malspar/shared-model';
import {
  openStanding as standing,
  openDate as date,
  openInstant as instant,
  OpenLink,
  OpenWords,
} from '@malspar/site-model';
import * as z from 'zod';
import {
  PublishedArea,
  PublishedEntry,
  PublishedGap,
  PublishedIndicator,
  PublishedTarget,
} from '../../published-report.js';

const number = Decimal.nullable().describe('Decimal number as text, with a point, exactly as published; null: none.');
const period = PeriodCode.describe('`2025-Q3` (quarter), `2025-T2` (tertial) or `2025` (year).');
const origin = Provenance.describe(
  '`verified`: read in a named source. `reported`: given by those who answer for it. `illustrative`: an example, no fact.',
);
const plansText = z.string().describe('In the language of the plan (its `language`), as it was published.');

export const OpenSource = z
  .strictObject({ title: z.string(), url: z.url({ protocol: /^https?$/ }) })
  .describe('Where a fact was read.');
export type OpenSource = z.infer<typeof OpenSource>;

const sourced = { provenance: origin, source: OpenSource.nullable() };
const publishedVersion = z.strictObject({ period, version: z.int() });

export const OpenPoint = z
  .strictObject({
    period,
    value: number,
    provisional: z.boolean(),
    publication: publishedVersion.describe('The version that speaks for the figure: the newest that reports it.'),
    ...sourced,
  })
  .describe('One figure of a series.');

const scale = <T extends z.ZodType>(code: T) => z.array(z.strictObject({ code, label: OpenWords }));

export const OpenAmendment = z
  .strictObject({
    date: z.string().describe('When it was decided, as exactly as is known.'),
    validFrom: date('From when it holds.'),
    targetCode: z.string().nullable().describe('Null: the whole plan.'),
    text: plansText,
    decisionReference: z.string().nullable(),
    ...sourced,
  })
  .describe('A decided change of the plan or of a target.');

export const OpenPlan = z
  .strictObject({
    slug: z.string(),
    title: plansText,
    language: z
      .string()
      .describe('Of every text of the plan and of what is reported about it: `sv`, `da`, `nb-NO` (BCP 47).'),
    organisation: z.string(),
    contact: z.string(),
    decidedBy: plansText,
    start: date('First day.'),
    end: date('Last day.'),
    ...sourced,
    goals: z.array(z.strictObject({ slug: z.string(), number: z.int(), title: plansText, ...sourced })),
    drivers: z
      .array(z.strictObject({ slug: z.string(), kind: z.string(), title: plansText, ...sourced }))
      .describe('What the plan is built on. Empty while the latest publication is from before they were published.'),
    climateGoals: z.array(z.strictObject({ year: z.int(), text: plansText, ...sourced })),
    verdictScales: scale(Verdict),
    assessmentScales: scale(Assessment),
    amendments: z.array(OpenAmendment),
    ...standing,
  })
  .describe('The plan as the latest publication has it.');

const verdict = Verdict.nullable().describe('A person’s judgement, never computed; null: none.');

export const OpenArea = z
  .strictObject({
    slug: z.string(),
    number: z.int(),
    title: plansText,
    aim: z.strictObject({ text: plansText, ...sourced }),
    goals: z.array(z.string()).describe('Slugs of the overarching goals it contributes to.'),
    department: z.strictObject({ title: plansText, provenance: origin }),
    reportedFor: period,
    verdict,
    verdictExplanation: plansText,
    verdictProvenance: origin,
    year: PublishedArea.shape.year
      .unwrap()
      .nullable()
      .describe('Of the whole year, where the period is its last; null: the period is another, or nothing was said.'),
    verdicts: z
      .array(z.strictObject({ period, verdict, provenance: origin }))
      .describe('Oldest first. Those of whole years have a year as period and are never the last quarter’s.'),
    gap: z
      .strictObject({ period, reason: plansText })
      .nullable()
      .describe('Why there is no report for a later period than `reportedFor`; null: there is none missing.'),
    targetCodes: z.array(z.string()),
    ...sourced,
    ...standing,
  })
  .describe('A focus area with its verdicts.');

/** What explains an answer to its reviewer is not for readers. */
const OpenEntry = PublishedEntry.omit({ explanations: true });

export const OpenTarget = z
  .strictObject({
    code: z.string().describe('Stable; the indicator has the same.'),
    title: plansText,
    areaSlug: z.string(),
    validFrom: date('From when the target reads so.'),
    targetYear: z.int(),
    targetValue: number,
    targetValueProvenance: origin.nullable(),
    note: z.string().nullable(),
    notMeasurableUntil: period.nullable(),
    finding: OpenWords.describe('What the figures say, computed.'),
    findingProvenance: origin
      .nullable()
      .optional()
      .describe('Of the sentence: illustrative as soon as one of the things it rests on is; null: it rests on none.'),
    answer: OpenEntry.describe('What was last reported; of a year as a whole where its period is a year.'),
    earlierAnswers: z.array(OpenEntry).describe('In each period of the same year, oldest first.'),
    year: PublishedTarget.shape.year
      .unwrap()
      .nullable()
      .describe('Of the whole year, where the period is its last; null: the period is another, or nothing was said.'),
    amendments: z.array(OpenAmendment),
    publications: z.array(publishedVersion).describe('Versions that hold it, latest first.'),
    ...sourced,
    ...standing,
  })
  .describe('A target with what was said of it.');

const measured = {
  code: z.string().describe('Stable; the target has the same.'),
  name: plansText,
  unit: plansText,
  decimals: z.int(),
  points: z.array(OpenPoint).describe('Oldest first.'),
};

export const OpenSeries = z.strictObject({ ...measured, ...standing }).describe('An indicator’s figures alone.');

export const OpenIndicator = z
  .strictObject({
    ...measured,
    kind: PublishedIndicator.shape.kind,
    cadence: PublishedIndicator.shape.cadence,
    direction: PublishedIndicator.shape.direction,
    covers: Covers.nullable().describe('What the value of one period covers; null: not stated.'),
    yearFrom: YearFrom.nullable().describe('How a year’s value comes from its periods; null: not stated.'),
    yearWeights: z.array(Decimal).nullable().describe('The weight of each period of a year, for a weighted mean.'),
    quantityKind: QuantityKind.nullable().describe('What kind of quantity the unit is; null: not stated.'),
    min: number,
    max: number,
    method: z.string().nullable(),
    baselineYear: z.int().nullable(),
    baseline: number,
    baselineProvenance: origin.nullable(),
    targetYear: z.int(),
    targetValue: number,
    targetValueProvenance: origin.nullable(),
    milestones: PublishedIndicator.shape.milestones,
    ...sourced,
    ...standing,
  })
  .describe('What is measured, with every figure.');

const correction = z
  .strictObject({ reason: plansText, date: date('When.'), ofVersion: z.int() })
  .nullable()
  .describe('Why this version replaces an earlier one; null for the first.');

export const OpenFile = PublishedFile.extend({
  bytes: z.int().describe('Size.'),
  href: z.url().describe('Absolute address; the bytes never change.'),
})
  .strict()
  .describe('A file as it was published.');

export const OpenVersionSummary = z
  .strictObject({
    version: z.int(),
    publishedAt: instant('When it was published.'),
    sha256: Sha256.describe('Of the frozen JSON, in hexadecimal.'),
    correction,
    links: z.array(OpenLink),
  })
  .describe('A version in short.');

export const OpenPublication = z
  .strictObject({
    period,
    kind: PublicationKind,
    title: OpenWords,
    start: date('First day of the period.'),
    end: date('Last day of the period.'),
    versions: z.array(OpenVersionSummary).describe('Newest first; the first one holds.'),
    links: z.array(OpenLink),
  })
  .describe('What was published for a period.');

export const OpenVersion = z
  .strictObject({
    period,
    kind: PublicationKind,
    version: z.int(),
    title: OpenWords,
    planTitle: plansText,
    organisation: z.string(),
    start: date('First day of the period.'),
    end: date('Last day of the period.'),
    publishedAt: instant('When it was published.'),
    sha256: Sha256.describe('Of the frozen JSON, in hexadecimal.'),
    auditHead: Sha256.describe('The newest link of the audit log’s hash chain when it was composed.'),
    correction,
    illustrative: z.boolean().describe('Whether anything in it is an example made for demonstration.'),
    gaps: z.array(PublishedGap).describe('Reports that are missing, and why.'),
    files: z.array(OpenFile),
    tables: z
      .array(z.strictObject({ targetCode: z.string().nullable(), title: plansText, href: z.url() }))
      .describe('Figures as CSV (RFC 4180) that never change: one for each target, and one of verdicts.'),
    ...standing,
  })
  .describe('One version. Nothing in it ever changes.');
