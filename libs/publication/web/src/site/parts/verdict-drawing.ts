import { noVerdict, type PublishedReport } from '@malspar/publication-model';
import { type Language, verdictGridScene } from '@malspar/shared-charts';
import { comparePeriods, parsePeriod } from '@malspar/shared-model';
import type { Texts } from '../i18n/sv.js';
import type { Drawing } from './target-figure.js';

const WIDE = 640;
const NARROW = 300;
/** As many columns as a narrow page has room for beside the titles. */
const FEW = 4;

/** Verdicts of every area over time; null while there is only one period. */
export function verdictDrawing(report: PublishedReport, language: Language, texts: Texts): Drawing | null {
  const periods = [...new Set(report.areas.flatMap(({ verdicts }) => verdicts.map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const cadences = new Set(periods.map((period) => parsePeriod(period).cadence));
  if (periods.length < 2 || cadences.size > 1) return null;
  const draw = (width: number, shown: readonly string[]): Drawing['wide'] =>
    verdictGridScene({
      id: 'verdicts',
      name: texts.figure.grid,
      areas: report.areas.map(({ title, verdicts }) => ({ title, verdicts })),
      periods: shown,
      words: Object.fromEntries(report.verdictScale.map(({ code, label }) => [code, label[language]])),
      none: noVerdict[language],
      language,
      width,
    });
  return { wide: draw(WIDE, periods), narrow: draw(NARROW, periods.slice(-FEW)) };
}
