import {
  type Language,
  periodHeading,
  smallMultiplesScene,
  targetsFinding,
  verdictGridScene,
  verdictsFinding,
} from '@malspar/shared-charts';
import { comparePeriods, parsePeriod } from '@malspar/shared-model';
import type { PublishedArea, PublishedPoint, PublishedReport, PublishedTarget } from '../published-report.js';
import { noVerdict } from '../words.js';
import { drawingOf, numberColumn, type PublishedFigure, textColumn } from './figure.js';
import { figureWords } from './figure-words.js';
import { drawnPoints, publishedQuantity } from './target-figures.js';

interface Drawn {
  readonly target: PublishedTarget;
  readonly points: readonly PublishedPoint[];
  readonly first: PublishedPoint;
  readonly last: PublishedPoint;
}

function drawn(target: PublishedTarget): Drawn[] {
  const points = drawnPoints(target);
  const first = points.find(({ value }) => value !== null);
  const last = points.findLast(({ value }) => value !== null);
  return first && last ? [{ target, points, first, last }] : [];
}

/** Every target of an area at a glance; null where fewer than two have figures. */
export function overviewFigure(area: PublishedArea, language: Language): PublishedFigure | null {
  const items = area.targets.flatMap(drawn);
  if (items.length < 2) return null;
  const words = figureWords[language];
  const without = area.targets.filter(({ code }) => items.every(({ target }) => target.code !== code));
  const figure = (value: string | null, target: PublishedTarget): string =>
    value === null ? '–' : publishedQuantity(value, target, language);
  return {
    kind: 'overview',
    caption: targetsFinding(
      items.map(({ target: { indicator, targetValue }, last }) => ({
        direction: indicator.direction,
        baseline: indicator.baseline,
        target: targetValue,
        latest: last.value ?? '0',
      })),
      language,
    ),
    drawing: drawingOf((width) =>
      smallMultiplesScene({
        id: area.slug,
        name: words.overview,
        items: items.map(({ target: { code, indicator, targetValue, targetYear }, points }) => ({
          code,
          name: indicator.name,
          unit: indicator.unit,
          decimals: indicator.decimals,
          points,
          target: targetValue === null ? null : { value: targetValue, year: targetYear },
        })),
        language,
        width,
      }),
    ),
    table: {
      caption: words.overview,
      columns: [
        textColumn(words.target),
        textColumn(words.indicator, 'cells'),
        numberColumn(words.first),
        numberColumn(words.last),
        numberColumn(words.aim),
      ],
      rows: items.map(({ target, first, last }) => [
        target.code,
        target.indicator.name,
        figure(first.value, target),
        figure(last.value, target),
        figure(target.targetValue, target),
      ]),
    },
    note: without.length > 0 ? words.without(without.map(({ code }) => code)) : null,
    illustrative: items.some(({ points }) => points.some(({ provenance }) => provenance === 'illustrative')),
  };
}

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
    illustrative: areas.some(({ verdicts }) => verdicts.some(({ provenance }) => provenance === 'illustrative')),
  };
}
