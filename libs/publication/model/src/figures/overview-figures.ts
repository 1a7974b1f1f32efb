import {
  drawingOf,
  drawnPoints,
  figureOfTargets,
  type Language,
  periodHeading,
  textColumn,
  verdictGridScene,
  verdictsFinding,
} from '@malspar/shared-charts';
import { comparePeriods, parsePeriod } from '@malspar/shared-model';
import type { PublishedArea, PublishedReport } from '../published-report.js';
import { noVerdict } from '../words.js';
import type { PublishedFigure } from './figure.js';
import { figureWords } from './figure-words.js';

/** Every target of an area at a glance; null where fewer than two have figures. */
export function overviewFigure(area: PublishedArea, language: Language): PublishedFigure | null {
  const figure = figureOfTargets(area, language);
  const drawn = area.targets.map(drawnPoints).filter((points) => points.some(({ value }) => value !== null));
  return figure && { ...figure, kind: 'overview', illustrative: drawn.flat().some(isExample) };
}

const isExample = ({ provenance }: { readonly provenance: string }): boolean => provenance === 'illustrative';

/** Verdicts of every area over time; null while there is only one period, or where periods differ in length. */
export function verdictsFigure(report: PublishedReport, language: Language): PublishedFigure | null {
  const { areas, verdictScale } = report;
  const periods = [...new Set(areas.flatMap(({ verdicts }) => verdicts.map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const latest = periods.at(-1);
  const cadences = new Set(periods.map((period) => parsePeriod(period).cadence));
  if (latest === undefined || periods.length < 2 || cadences.size > 1) return null;
  const words = figureWords[language];
  const scale = Object.fromEntries(verdictScale.map(({ code, label }) => [code, label[language]]));
  const none = noVerdict[language];
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
        name: words.verdicts,
        areas: areas.map(({ title, verdicts }) => ({ title, verdicts })),
        periods,
        words: scale,
        none,
        language,
        width,
      }),
    ),
    table: {
      caption: words.verdicts,
      columns: [textColumn(words.period), ...areas.map(({ title }) => textColumn(title, 'heading'))],
      rows: [...periods]
        .reverse()
        .map((period) => [
          periodHeading(period, language),
          ...areas.map((area) => scale[verdictOn(area, period) ?? ''] ?? none),
        ]),
    },
    note: null,
    illustrative: areas.some(({ verdicts }) => verdicts.some(isExample)),
  };
}
