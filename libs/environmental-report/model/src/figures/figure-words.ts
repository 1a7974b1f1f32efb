import type { Language } from '@malspar/figures-model';
import { isolatingTexts } from '@malspar/shared-model';

interface FigureWords {
  readonly withUnit: (name: string, unit: string) => string;
  readonly progress: (name: string) => string;
  readonly verdicts: string;
  readonly verdictsOfYears: string;
  readonly period: string;
  readonly value: string;
  readonly origin: string;
  readonly missing: string;
  readonly provisional: string;
  readonly what: string;
  readonly baseline: (year: number | null) => string;
  readonly latest: (of: string) => string;
  readonly targetValue: (year: number) => string;
}

/** What stands in and around the figures of a report. */
export const figureWords: Readonly<Record<Language, FigureWords>> = isolatingTexts({
  sv: {
    withUnit: (name, unit) => (unit ? `${name}, ${unit}` : name),
    progress: (name) => `${name}: från utgångsvärde till målvärde`,
    verdicts: 'Samlad bedömning per målområde och period',
    verdictsOfYears: 'Samlad bedömning per målområde och år',
    period: 'Period',
    value: 'Utfall',
    origin: 'Uppgiften är',
    missing: 'uppgift saknas',
    provisional: 'preliminär',
    what: 'Uppgift',
    baseline: (year) => (year === null ? 'Utgångsvärde' : `Utgångsvärde ${year}`),
    latest: (of) => `Utfall, ${of}`,
    targetValue: (year) => `Målvärde ${year}`,
  },
  en: {
    withUnit: (name, unit) => (unit ? `${name}, ${unit}` : name),
    progress: (name) => `${name}: from the baseline to the target value`,
    verdicts: 'Verdict for each focus area and period',
    verdictsOfYears: 'Verdict for each focus area and year',
    period: 'Period',
    value: 'Value',
    origin: 'The figure is',
    missing: 'no value',
    provisional: 'provisional',
    what: 'Item',
    baseline: (year) => (year === null ? 'Baseline' : `Baseline ${year}`),
    latest: (of) => `Value, ${of}`,
    targetValue: (year) => `Target value ${year}`,
  },
});
