import {
  drawingOf,
  drawnPoints,
  drawsExample,
  figureOfTargets,
  type Language,
  periodHeading,
  textColumn,
  verdictGridScene,
  verdictsFinding,
} from '@malspar/figures-model';
import { comparePeriods, isYear, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import type { PublishedArea, PublishedReport } from '../published-report.js';
import { noVerdict } from '../words.js';
import type { PublishedFigure } from './figure.js';
import { figureWords } from './figure-words.js';

/** Every target of an area at a glance; null where fewer than two have figures. */
export function overviewFigure(area: PublishedArea, language: Language, asOf?: PeriodCode): PublishedFigure | null {
  const figure = figureOfTargets(area, language, asOf);
  const drawn = area.targets.filter((target) => drawnPoints(target).some(({ value }) => value !== null));
  return (
    figure && {
      ...figure,
      kind: 'overview',
      illustrative: drawn.some((target) => drawsExample({ ...target, points: target.series, target })),
    }
  );
}

const isExample = ({ provenance }: { readonly provenance: string }): boolean => provenance === 'illustrative';

/**
 * The periods whose verdicts stand beside each other: years with years in a year's report once there are two, and
 * otherwise periods with periods. Empty while there is only one, or where they differ in length.
 */
function comparedPeriods({ areas, kind }: PublishedReport): PeriodCode[] {
  const all = [...new Set(areas.flatMap(({ verdicts }) => verdicts.map(({ period }) => period)))].sort(comparePeriods);
  const years = all.filter(isYear);
  const periods = all.filter((period) => !isYear(period));
  const found = (kind === 'year' ? [years, periods] : [periods, years]).find((each) => each.length > 1) ?? [];
  return new Set(found.map((period) => parsePeriod(period).cadence)).size > 1 ? [] : found;
}

/** Verdicts of every area over time; null while there is nothing to set beside. */
export function verdictsFigure(report: PublishedReport, language: Language): PublishedFigure | null {
  const { areas, verdictScale } = report;
  const periods = comparedPeriods(report);
  const latest = periods.at(-1);
  if (latest === undefined) return null;
  const words = figureWords[language];
  const name = isYear(latest) ? words.verdictsOfYears : words.verdicts;
  const scale = Object.fromEntries(verdictScale.map(({ code, label }) => [code, label[language]]));
  const none = noVerdict[language];
  const isDrawn = ({ period }: { readonly period: PeriodCode }): boolean => periods.includes(period);
  const verdictOn = ({ verdicts }: PublishedArea, period: string): string | null =>
    verdicts.find((each) => each.period === period)?.verdict ?? null;
  return {
    kind: 'verdicts',
    caption: verdictsFinding(
      { period: latest, verdicts: areas.map((area) => verdictOn(area, latest)), words: scale },
      language,
    ),
    drawing: drawingOf((width) =>
      verdictGridScene({
        id: 'verdicts',
        name,
        areas: areas.map(({ title, verdicts }) => ({ title, verdicts: verdicts.filter(isDrawn) })),
        periods,
        words: scale,
        none,
        language,
        width,
      }),
    ),
    table: {
      caption: name,
      columns: [textColumn(words.period), ...areas.map(({ title }) => textColumn(title, 'heading'))],
      rows: [...periods]
        .reverse()
        .map((period) => [
          periodHeading(period, language),
          ...areas.map((area) => scale[verdictOn(area, period) ?? ''] ?? none),
        ]),
    },
    note: null,
    illustrative: areas.some(({ verdicts }) => verdicts.filter(isDrawn).some(isExample)),
  };
}
