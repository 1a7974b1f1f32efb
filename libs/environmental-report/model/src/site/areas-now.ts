import { comparePeriods } from '@malspar/shared-model';
import { asItStands, type LatestWord } from '../latest-word/index.js';
import type { PublishedArea, PublishedGap } from '../published-report.js';
import { type SaidOfArea, verdictsSaid } from '../said-over-time.js';
import type { ArchivedPublication, PublishedVersion } from './report-site.js';

/** An area of the plan as it stands: what was last reported of it, and why nothing has been since. */
export interface AreaNow {
  readonly slug: string;
  readonly title: string;
  /** The area in the version that last reported it, with the latest word; null where no report ever has. */
  readonly held: { readonly area: PublishedArea; readonly version: PublishedVersion } | null;
  /** The last verdict there is, which may be of an earlier period than the report; null where there is none. */
  readonly verdict: SaidOfArea | null;
  /** Null when its report is there for the latest period. */
  readonly gap: PublishedGap | null;
}

/** Every area of the latest publication, also those whose report is missing there, in its order. */
export function areasNow(archive: readonly ArchivedPublication[], word: LatestWord): AreaNow[] {
  const newest = archive.flatMap(({ versions: [first] }) => first ?? []);
  const [latest] = newest;
  if (!latest) return [];
  const { areas } = latest.report;
  const standing = new Map<PublishedVersion, PublishedVersion>();
  const stands = (version: PublishedVersion): PublishedVersion => {
    const known = standing.get(version) ?? { ...version, report: asItStands(version.report, word) };
    standing.set(version, known);
    return known;
  };
  const gaps = [...latest.report.gaps, ...stands(latest).report.gaps];
  const missing = gaps.filter(({ areaSlug }) => !areas.some(({ slug }) => slug === areaSlug));
  const named = new Map([
    ...missing.map(({ areaSlug, areaTitle }) => [areaSlug, areaTitle] as const),
    ...areas.map(({ slug, title }) => [slug, title] as const),
  ]);
  const all = [...named].map(([slug, title]) => {
    const held = lastHolding(newest, slug);
    const area = held && stands(held).report.areas.find((each) => each.slug === slug);
    const gap = gaps
      .filter(({ areaSlug, period }) => areaSlug === slug && (!area || comparePeriods(period, lastPeriodOf(area)) > 0))
      .sort((a, b) => comparePeriods(b.period, a.period))[0];
    return {
      slug,
      title,
      held: held && area ? { area, version: stands(held) } : null,
      verdict: lastVerdict(slug, area, word),
      gap: gap ?? null,
    };
  });
  const order = areas.map(({ slug }) => slug);
  return inPlaces(all, order);
}

/** A year is reported as far as the last of its periods. */
const lastPeriodOf = ({ reportedFor, earlierVerdicts }: PublishedArea): string =>
  earlierVerdicts.at(-1)?.period ?? reportedFor;

/** The area's own where it has one: a year may not have been judged as a whole. */
function lastVerdict(slug: string, area: PublishedArea | undefined, word: LatestWord): SaidOfArea | null {
  const own = area && verdictsSaid(area).find(({ period }) => period === area.reportedFor);
  if (own && own.verdict !== null) return own;
  const last = word.verdicts(slug).findLast(({ said }) => said.verdict !== null)?.said;
  return last ? { ...last, explanation: word.verdict(slug, last.period)?.said.explanation ?? '' } : null;
}

/** Of the newest versions, latest period first: the one with the latest report of the area. */
function lastHolding(newest: readonly PublishedVersion[], slug: string): PublishedVersion | undefined {
  const reportedIn = ({ report }: PublishedVersion): string | undefined =>
    report.areas.find((area) => area.slug === slug)?.reportedFor;
  return newest
    .filter((version) => reportedIn(version) !== undefined)
    .reduce<PublishedVersion | undefined>((best, version) => {
      const [known, other] = [best && reportedIn(best), reportedIn(version)];
      return known !== undefined && other !== undefined && comparePeriods(other, known) <= 0 ? best : version;
    }, undefined);
}

/** In the report's own order; an area that is missing there goes before the first with a higher number. */
function inPlaces(areas: readonly AreaNow[], order: readonly string[]): AreaNow[] {
  const placed = order.flatMap((slug) => areas.find((area) => area.slug === slug) ?? []);
  for (const area of areas.filter(({ slug }) => !order.includes(slug))) {
    const number = area.held?.area.number ?? Infinity;
    const next = placed.findIndex(({ held }) => held !== null && held.area.number > number);
    placed.splice(next < 0 ? placed.length : next, 0, area);
  }
  return placed;
}
