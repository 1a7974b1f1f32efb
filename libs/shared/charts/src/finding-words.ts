import type { PeriodCode } from '@malspar/shared-model';
import type { Language } from './language.js';
import { periodText } from './period-words.js';

/** The sentences of a finding. `since` is false for a figure of the base year itself. */
interface FindingWords {
  readonly noValue: string;
  readonly provisional: string;
  readonly latestFrom: (period: PeriodCode) => string;
  readonly plain: (value: string, period: PeriodCode) => string;
  readonly unchanged: (value: string, year: number, since: boolean) => string;
  readonly changed: (rising: boolean, by: string, year: number, since: boolean, level: string | null) => string;
  readonly fromTo: (rising: boolean, from: string, to: string, year: number) => string;
  readonly points: (number: string) => string;
  readonly aim: (value: string) => string;
  readonly aimUnchanged: string;
  readonly aimOtherWay: (rising: boolean, by: string) => string;
  readonly milestones: (done: number, all: number) => string;
  readonly nextMilestone: (title: string, due: PeriodCode, late: boolean) => string;
}

const sv: FindingWords = {
  noValue: 'Inget värde ännu',
  provisional: 'preliminärt värde',
  latestFrom: (period) => `senaste värdet är från ${periodText(period, 'sv')}`,
  plain: (value, period) => `Är ${value} (${periodText(period, 'sv')})`,
  unchanged: (value, year, since) => (since ? `Är oförändrat sedan ${year}, ${value}` : `Är som ${year}, ${value}`),
  changed: (rising, by, year, since, level) =>
    since
      ? `Har ${rising ? 'ökat' : 'minskat'} ${by} sedan ${year}${level ? `, till ${level}` : ''}`
      : `Är ${by} ${rising ? 'högre' : 'lägre'} än basåret ${year}${level ? `, ${level}` : ''}`,
  fromTo: (rising, from, to, year) => `Har ${rising ? 'ökat' : 'minskat'} från ${from} till ${to} sedan ${year}`,
  points: (number) => `${number}\u00a0${/^1(,0+)?$/.test(number) ? 'procentenhet' : 'procentenheter'}`,
  aim: (value) => `målet är ${value}`,
  aimUnchanged: 'målet är oförändrad nivå',
  aimOtherWay: (rising, by) => `målet är att ${rising ? 'öka' : 'minska'} med ${by}`,
  milestones: (done, all) =>
    done === 0
      ? `Inget av ${all} delmål är klart`
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
  latestFrom: (period) => `the latest value is from ${periodText(period, 'en')}`,
  plain: (value, period) => `Is ${value} (${periodText(period, 'en')})`,
  unchanged: (value, year, since) => (since ? `Is unchanged since ${year}, ${value}` : `Is as in ${year}, ${value}`),
  changed: (rising, by, year, since, level) =>
    since
      ? `Has ${rising ? 'increased' : 'decreased'} by ${by} since ${year}${level ? `, to ${level}` : ''}`
      : `Is ${by} ${rising ? 'higher' : 'lower'} than in the base year ${year}${level ? `, ${level}` : ''}`,
  fromTo: (rising, from, to, year) => `Has ${rising ? 'increased' : 'decreased'} from ${from} to ${to} since ${year}`,
  points: (number) => `${number} ${/^1(\.0+)?$/.test(number) ? 'percentage point' : 'percentage points'}`,
  aim: (value) => `the target is ${value}`,
  aimUnchanged: 'the target is no change',
  aimOtherWay: (rising, by) => `the target is ${rising ? 'an increase' : 'a decrease'} by ${by}`,
  milestones: (done, all) =>
    done === 0
      ? `None of ${all} milestones is done`
      : done === all
        ? all === 1
          ? 'The milestone is done'
          : `All ${all} milestones are done`
        : `${done} of ${all} milestones ${done === 1 ? 'is' : 'are'} done`,
  nextMilestone: (title, due, late) =>
    late ? `“${title}” was due in ${periodText(due, 'en')}` : `next is “${title}”, ${periodText(due, 'en')}`,
};

export const findingWords: Readonly<Record<Language, FindingWords>> = { sv, en };
