import type { Language } from '@malspar/shared-charts';

interface FigureWords {
  readonly withUnit: (name: string, unit: string) => string;
  readonly progress: (name: string) => string;
  readonly targetLine: (year: number, value: string) => string;
  readonly parts: (name: string, period: string) => string;
  readonly overview: string;
  readonly verdicts: string;
  readonly period: string;
  readonly value: string;
  readonly origin: string;
  readonly missing: string;
  readonly provisional: string;
  readonly what: string;
  readonly baseline: (year: number | null) => string;
  readonly latest: (period: string) => string;
  readonly targetValue: (year: number) => string;
  readonly part: string;
  readonly whole: string;
  readonly share: string;
  readonly target: string;
  readonly indicator: string;
  readonly first: string;
  readonly last: string;
  readonly aim: string;
  readonly without: (codes: readonly string[]) => string;
}

const listed = (codes: readonly string[], and: string): string =>
  [codes.slice(0, -1).join(', '), codes.at(-1)].filter(Boolean).join(` ${and} `);

/** What stands in and around the figures of a report. */
export const figureWords: Readonly<Record<Language, FigureWords>> = {
  sv: {
    withUnit: (name, unit) => (unit ? `${name}, ${unit}` : name),
    progress: (name) => `${name}: från utgångsvärde till målvärde`,
    targetLine: (year, value) => `Mål ${year}: ${value}`,
    parts: (name, period) => `${name}: utfallets delar, ${period}`,
    overview: 'Målens siffror, vart och ett på sin egen skala',
    verdicts: 'Samlad bedömning per målområde och period',
    period: 'Period',
    value: 'Utfall',
    origin: 'Uppgiften är',
    missing: 'uppgift saknas',
    provisional: 'preliminär',
    what: 'Uppgift',
    baseline: (year) => (year === null ? 'Utgångsvärde' : `Utgångsvärde ${year}`),
    latest: (period) => `Utfall ${period}`,
    targetValue: (year) => `Målvärde ${year}`,
    part: 'Del',
    whole: 'Hela utfallet',
    share: 'Andel',
    target: 'Mål',
    indicator: 'Det som mäts',
    first: 'Första utfall',
    last: 'Senaste utfall',
    aim: 'Målvärde',
    without: (codes) => `Mål ${listed(codes, 'och')} har inga siffror att rita.`,
  },
  en: {
    withUnit: (name, unit) => (unit ? `${name}, ${unit}` : name),
    progress: (name) => `${name}: from the baseline to the target value`,
    targetLine: (year, value) => `Target ${year}: ${value}`,
    parts: (name, period) => `${name}: the parts of the value, ${period}`,
    overview: 'The figures of the targets, each on a scale of its own',
    verdicts: 'Verdict for each focus area and period',
    period: 'Period',
    value: 'Value',
    origin: 'The figure is',
    missing: 'no value',
    provisional: 'provisional',
    what: 'Item',
    baseline: (year) => (year === null ? 'Baseline' : `Baseline ${year}`),
    latest: (period) => `Value, ${period}`,
    targetValue: (year) => `Target value ${year}`,
    part: 'Part',
    whole: 'The whole value',
    share: 'Share',
    target: 'Target',
    indicator: 'What is measured',
    first: 'First value',
    last: 'Latest value',
    aim: 'Target value',
    without: (codes) =>
      `${codes.length === 1 ? 'Target' : 'Targets'} ${listed(codes, 'and')} ${codes.length === 1 ? 'has' : 'have'} no figures to draw.`,
  },
};
