import { inBoth, periodHeading, periodText, type Words } from '@malspar/figures-model';
import { Verdict } from '@malspar/reporting-model';
import { dateInZone, foreignLanguage, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { compareWithBefore } from '../comparison.js';
import { areaOf } from './compose-area.js';
import type { Composition } from './composition.js';
import { asItStands } from '../latest-word/index.js';
import { PublishedReport } from '../published-report.js';
import { slugOf } from '@malspar/shared-model';
import { verdictWords } from '../words.js';

/**
 * One published version out of approved reports, the plan as it stood and the figures up to then; a year gathers its
 * periods. The same input gives the same answer. Throws `ZodError` when the outcome is not whole.
 */
export function composePublishedReport(input: Composition): PublishedReport {
  const { plan, period } = input;
  const { start, end, cadence } = parsePeriod(period);
  const title = titleOf(input);
  const areas = inOrder(plan.focusAreas, input.order).flatMap((area) => areaOf(area, input) ?? []);
  const report: Omit<PublishedReport, 'sources' | 'illustrative' | 'comparison'> = {
    schemaVersion: 1,
    slug: slugOf(title.sv) || slugOf(period),
    title,
    kind: cadence === 'year' ? 'year' : 'period',
    period,
    periodText: inBoth((language) => periodHeading(period, language)),
    start,
    end,
    version: input.version,
    correction: input.correction,
    publishedAt: input.publishedAt.toISOString(),
    publishedOn: writtenDate(input.publishedAt),
    plan: pick(plan, [
      'slug',
      'title',
      'language',
      'organisation',
      'contact',
      'decidedBy',
      'start',
      'end',
      'provenance',
      'sourceKey',
    ]),
    foreword: input.foreword,
    goals: plan.goals.map((goal) => pick(goal, ['slug', 'number', 'title', 'provenance', 'sourceKey'])),
    drivers: plan.drivers.map((driver) => pick(driver, ['slug', 'kind', 'title', 'provenance', 'sourceKey'])),
    climateGoals: plan.climateGoals.map((goal) => pick(goal, ['year', 'text', 'provenance', 'sourceKey'])),
    verdictScale: scaleOf(plan),
    order: areas.map((area) => area.slug),
    areas,
    gaps: input.gaps.map((gap) => ({ ...gap, areaTitle: areaTitle(plan, gap.areaSlug) })),
    amendments: plan.amendments
      .filter((amendment) => amendment.validFrom <= end)
      .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
      .map((amendment) =>
        pick(amendment, ['date', 'validFrom', 'targetCode', 'text', 'decisionReference', 'provenance', 'sourceKey']),
      ),
    reports: input.reports
      .map(({ content, sha256, approvedOn }) => ({
        areaSlug: content.focusArea.slug,
        period: content.period,
        revision: content.revision,
        sha256,
        approvedOn,
      }))
      .sort((a, b) => a.period.localeCompare(b.period) || a.areaSlug.localeCompare(b.areaSlug, 'en')),
    auditHead: input.auditHead,
  };
  const used = sourceKeysIn(report);
  return PublishedReport.parse({
    ...report,
    comparison:
      input.before && compareWithBefore(areas, period, asItStands(input.before, input.word), report.verdictScale),
    sources: plan.sources
      .filter((source) => used.has(source.key))
      .map((source) => pick(source, ['key', 'title', 'url'])),
    illustrative: hasIllustrative(report),
  });
}

/** The title that a publication has unless another is given. */
const usualTitle = (period: PeriodCode): Words => ({
  sv: `Miljöredovisning ${periodText(period, 'sv')}`,
  en: `Environmental report ${periodText(period, 'en')}`,
});

function titleOf({ title, period }: Composition): Words {
  return title === null ? usualTitle(period) : { sv: title, en: title };
}

/** The plan's own words where a page is in its language; the site's on the others, so that no page mixes two. */
function scaleOf(plan: Composition['plan']): PublishedReport['verdictScale'] {
  return Verdict.options.map((code) => ({
    code,
    label: inBoth((language) => {
      const own = plan.verdictScale.find((label) => label.code === code)?.label;
      return own && foreignLanguage(plan.language, language) === null ? own : verdictWords[code][language];
    }),
  }));
}

function inOrder<T extends { slug: string; number: number }>(areas: readonly T[], order: readonly string[]): T[] {
  const place = (area: T): number => (order.includes(area.slug) ? order.indexOf(area.slug) : order.length);
  return [...areas].sort((a, b) => place(a) - place(b) || a.number - b.number);
}

const areaTitle = (plan: Composition['plan'], slug: string): string =>
  plan.focusAreas.find((area) => area.slug === slug)?.title ?? slug;

function writtenDate(instant: Date): PublishedReport['publishedOn'] {
  const inLocale = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', dateStyle: 'long' }).format(instant);
  return { date: dateInZone(instant), sv: inLocale('sv-SE'), en: inLocale('en-GB') };
}

/** Only what is meant to be published leaves: never a whole row with its ids. */
function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

function* fieldsOf(value: unknown): Generator<[key: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [key, inner];
    yield* fieldsOf(inner);
  }
}

const sourceKeysIn = (report: unknown): Set<unknown> =>
  new Set([...fieldsOf(report)].flatMap(([key, value]) => (key === 'sourceKey' && value !== null ? [value] : [])));

const hasIllustrative = (report: unknown): boolean =>
  [...fieldsOf(report)].some(([key, value]) => /provenance$/i.test(key) && value === 'illustrative');
