import { isolated, type PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';
import { periodHeading } from './period-words.js';
import { withinSentence } from './within-sentence.js';

interface Verdicts {
  readonly period: PeriodCode;
  /** One for each area; null where there is none. */
  readonly verdicts: readonly (string | null)[];
  /** The verdicts in words, by code, best first. */
  readonly words: Readonly<Record<string, string>>;
}

const WORDS = {
  sv: {
    said: (period: string, all: number, list: string) => `${period}: av ${all} målområden bedöms ${list}`,
    none: (count: number) => `${count} har ingen bedömning`,
    nothing: (period: string, all: number) => `${period}: inget av ${all} målområden har någon bedömning`,
    and: ' och ',
  },
  en: {
    said: (period: string, all: number, list: string) => `${period}: of ${all} focus areas, ${list}`,
    none: (count: number) => `${count} without a verdict`,
    nothing: (period: string, all: number) => `${period}: none of ${all} focus areas has a verdict`,
    and: ' and ',
  },
} as const;

/** How many areas have which verdict in one period, in the plan's own words. */
export function verdictsFinding({ period, verdicts, words: scale }: Verdicts, language: Language): string {
  const words = WORDS[language];
  const counts = Object.entries(scale).flatMap(([code, word]) => {
    const count = verdicts.filter((each) => each === code).length;
    return count > 0 ? [`${count} ${isolated(withinSentence(word))}`] : [];
  });
  if (counts.length === 0) return words.nothing(periodHeading(period, language), verdicts.length);
  const without = verdicts.filter((each) => each === null).length;
  const list =
    counts.length > 1 ? `${counts.slice(0, -1).join(', ')}${words.and}${counts.at(-1) ?? ''}` : counts.join('');
  const said = [list, ...(without > 0 ? [words.none(without)] : [])].join('; ');
  return words.said(periodHeading(period, language), verdicts.length, said);
}
