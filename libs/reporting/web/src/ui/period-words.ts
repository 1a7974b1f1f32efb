import { periodText, type Language } from '@malspar/shared-charts';
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

/** "förra kvartalets 4,6", or "4,6 (kvartal 2 2025)". */
export function earlierFigure(
  t: Translate,
  figure: string,
  earlier: PeriodCode,
  period: PeriodCode,
  language: Language,
): string {
  return isBefore(earlier, period)
    ? t(`reporting.data.previousFigure.${parsePeriod(earlier).cadence}`, { figure })
    : t('reporting.data.earlierFigure', { figure, period: periodText(earlier, language) });
}
