import { type Language, periodText } from '@malspar/figures-model';
import { parsePeriod, type PeriodCode, shiftPeriod } from '@malspar/shared-model';

/** A template's translate function, as `*transloco` gives it. */
export type Translate = (key: string, params?: Record<string, unknown>) => string;

const isBefore = (earlier: PeriodCode, period: PeriodCode): boolean => shiftPeriod(period, -1).code === earlier;

/** "K3", with the year where it is not the one of `beside`. */
export function shortPeriod(t: Translate, code: PeriodCode, beside: PeriodCode): string {
  const { cadence, number, year } = parsePeriod(code);
  const short = t(`reporting.data.short.${cadence}`, { number, year });
  return cadence === 'year' || year === parsePeriod(beside).year ? short : `${short} ${year}`;
}

/** "förra kvartalet" where `earlier` is the period just before, else "kvartal 2 2025". */
export function earlierPeriod(t: Translate, earlier: PeriodCode, period: PeriodCode, language: Language): string {
  return isBefore(earlier, period)
    ? t(`reporting.data.previous.${parsePeriod(earlier).cadence}`)
    : periodText(earlier, language);
}

/** "4,6 (exempelvärde)": a value with what there is to know of it. */
export const withNotes = (value: string, notes: readonly string[]): string =>
  notes.length > 0 ? `${value} (${notes.join(', ')})` : value;

/** "förra kvartalets 4,6", or "4,6 (kvartal 2 2025)"; with its notes. */
export function earlierValue(
  t: Translate,
  { value, notes }: { readonly value: string; readonly notes: readonly string[] },
  earlier: PeriodCode,
  period: PeriodCode,
  language: Language,
): string {
  return isBefore(earlier, period)
    ? t(`reporting.data.previousValue.${parsePeriod(earlier).cadence}`, { value: withNotes(value, notes) })
    : withNotes(value, [periodText(earlier, language), ...notes]);
}
