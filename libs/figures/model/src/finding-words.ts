import type { PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';
import { periodText } from './period-words.js';

/** The sentences of a finding. `since` is false for a figure of the base year itself. */
interface FindingWords {
  readonly noValue: string;
  readonly provisional: string;
  /** One period's value with the one of a year before. */
  readonly plain: (value: string, when: string) => string;
  readonly yearAgo: (value: string, when: string) => string;
  readonly unchanged: (value: string, year: number, since: boolean) => string;
  readonly changed: (rising: boolean, by: string, year: number, since: boolean, level: string | null) => string;
  readonly fromTo: (rising: boolean, from: string, to: string, year: number, since: boolean) => string;
  readonly points: (number: string) => string;
  readonly aim: (value: string, year: number) => string;
  readonly aimMet: (value: string, year: number) => string;
  readonly noChange: string;
  readonly aimOtherWay: (rising: boolean, by: string, year: number) => string;
  readonly lastYear: (rising: boolean, from: string, to: string) => string;
  readonly later: (when: string, value: string) => string;
  readonly incomplete: (year: number, have: number, of: number) => string;
  readonly notYet: string;
  readonly milestones: (done: number, all: number) => string;
  readonly nextMilestone: (title: string, due: PeriodCode, late: boolean) => string;
}

const sv: FindingWords = {
  noValue: 'Inget värde ännu',
  provisional: 'preliminärt värde',
  plain: (value, when) => `Är ${value} (${when})`,
  yearAgo: (value, when) => `mot ${value} ${when}`,
  unchanged: (value, year, since) => (since ? `Är oförändrat sedan ${year}, ${value}` : `Är som ${year}, ${value}`),
  changed: (rising, by, year, since, level) =>
    since
      ? `Har ${rising ? 'ökat' : 'minskat'} ${by} sedan ${year}${level ? `, till ${level}` : ''}`
      : `Är ${by} ${rising ? 'högre' : 'lägre'} än basåret ${year}${level ? `, ${level}` : ''}`,
  fromTo: (rising, from, to, year, since) =>
    since
      ? `Har ${rising ? 'ökat' : 'minskat'} från ${from} till ${to} sedan ${year}`
      : `Är ${to}, ${rising ? 'högre' : 'lägre'} än utgångsvärdet ${from} för basåret ${year}`,
  points: (number) => `${number}\u00a0${/^1(,0+)?$/.test(number) ? 'procentenhet' : 'procentenheter'}`,
  aim: (value, year) => `målet till ${year} är ${value}`,
  aimMet: (value, year) => `målet till ${year}, ${value}, är nått`,
  noChange: 'oförändrad nivå',
  aimOtherWay: (rising, by, year) => `målet till ${year} är att ${rising ? 'öka' : 'minska'} med ${by}`,
  lastYear: (rising, from, to) => `det senaste året har det ${rising ? 'ökat' : 'minskat'}, från ${from} till ${to}`,
  later: (when, value) => `${when} var det ${value}`,
  incomplete: (year, have, of) => `${year} är inte helt (${have} av ${of} perioder) och jämförs inte`,
  notYet: 'jämförs när ett helt år har redovisats',
  milestones: (done, all) =>
    done === 0
      ? all === 1
        ? 'Delmålet är inte klart'
        : `Inget av ${all} delmål är klart`
      : done === all
        ? all === 1
          ? 'Delmålet är klart'
          : `Alla ${all} delmål är klara`
        : `${done} av ${all} delmål är ${done === 1 ? 'klart' : 'klara'}`,
  nextMilestone: (title, due, late) =>
    late
      ? `”${title}” skulle ha varit klart ${periodText(due, 'sv')}`
      : `nästa är ”${title}”, ${periodText(due, 'sv')}`,
};

const en: FindingWords = {
  noValue: 'No value yet',
  provisional: 'provisional value',
  plain: (value, when) => `Is ${value} (${when})`,
  yearAgo: (value, when) => `against ${value} in ${when}`,
  unchanged: (value, year, since) => (since ? `Is unchanged since ${year}, ${value}` : `Is as in ${year}, ${value}`),
  changed: (rising, by, year, since, level) =>
    since
      ? `Has ${rising ? 'increased' : 'decreased'} by ${by} since ${year}${level ? `, to ${level}` : ''}`
      : `Is ${by} ${rising ? 'higher' : 'lower'} than in the base year ${year}${level ? `, ${level}` : ''}`,
  fromTo: (rising, from, to, year, since) =>
    since
      ? `Has ${rising ? 'increased' : 'decreased'} from ${from} to ${to} since ${year}`
      : `Is ${to}, ${rising ? 'higher' : 'lower'} than the baseline ${from} of the base year ${year}`,
  points: (number) => `${number} ${/^1(\.0+)?$/.test(number) ? 'percentage point' : 'percentage points'}`,
  aim: (value, year) => `the target for ${year} is ${value}`,
  aimMet: (value, year) => `the target for ${year}, ${value}, has been met`,
  noChange: 'no change',
  aimOtherWay: (rising, by, year) => `the target for ${year} is ${rising ? 'an increase' : 'a decrease'} by ${by}`,
  lastYear: (rising, from, to) =>
    `in the last year it has ${rising ? 'increased' : 'decreased'}, from ${from} to ${to}`,
  later: (when, value) => `in ${when} it was ${value}`,
  incomplete: (year, have, of) => `${year} is not whole (${have} of ${of} periods) and is not compared`,
  notYet: 'compared when a whole year has been reported',
  milestones: (done, all) =>
    done === 0
      ? all === 1
        ? 'The milestone is not done'
        : `None of ${all} milestones is done`
      : done === all
        ? all === 1
          ? 'The milestone is done'
          : `All ${all} milestones are done`
        : `${done} of ${all} milestones ${done === 1 ? 'is' : 'are'} done`,
  nextMilestone: (title, due, late) =>
    late ? `“${title}” was due in ${periodText(due, 'en')}` : `next is “${title}”, ${periodText(due, 'en')}`,
};

export const findingWords: Readonly<Record<Language, FindingWords>> = { sv, en };
