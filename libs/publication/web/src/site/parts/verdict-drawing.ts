import { noVerdict, type PublishedReport } from '@malspar/publication-model';
import { type Language, periodHeading, type Scene, verdictGridScene } from '@malspar/shared-charts';
import { comparePeriods, parsePeriod } from '@malspar/shared-model';
import type { Texts } from '../i18n/sv.js';

/** Verdicts of every area over time, drawn and as a table. */
export interface VerdictsOverTime {
  readonly scene: Scene;
  readonly areas: readonly string[];
  /** Latest first. */
  readonly rows: readonly { readonly period: string; readonly verdicts: readonly string[] }[];
}

/** Null while there is only one period, or where periods of different length have been mixed. */
export function verdictsOverTime(report: PublishedReport, language: Language, texts: Texts): VerdictsOverTime | null {
  const { areas, verdictScale } = report;
  const periods = [...new Set(areas.flatMap(({ verdicts }) => verdicts.map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const cadences = new Set(periods.map((period) => parsePeriod(period).cadence));
  if (periods.length < 2 || cadences.size > 1) return null;
  const words = Object.fromEntries(verdictScale.map(({ code, label }) => [code, label[language]]));
  const none = noVerdict[language];
  return {
    scene: verdictGridScene({
      id: 'verdicts',
      name: texts.figure.grid,
      areas: areas.map(({ title, verdicts }) => ({ title, verdicts })),
      periods,
      words,
      none,
      language,
      width: 640,
    }),
    areas: areas.map(({ title }) => title),
    rows: [...periods].reverse().map((period) => ({
      period: periodHeading(period, language),
      verdicts: areas.map(({ verdicts }) => {
        const verdict = verdicts.find((each) => each.period === period)?.verdict;
        return (verdict && words[verdict]) ?? none;
      }),
    })),
  };
}
