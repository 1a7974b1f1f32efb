import { comparePeriods, isolated, type PeriodCode } from '@malspar/shared-model';
import { findingWords } from './finding-words.js';
import type { Language } from './language.js';

interface Milestone {
  readonly title: string;
  readonly due: PeriodCode;
  readonly done: PeriodCode | null;
}

/** How many milestones are done, and which is next or late, seen from `asOf`. What was done later is not done yet. */
export function milestoneFinding(milestones: readonly Milestone[], language: Language, asOf?: PeriodCode): string {
  const words = findingWords[language];
  const isDone = ({ done }: Milestone): boolean =>
    done !== null && (asOf === undefined || comparePeriods(done, asOf) <= 0);
  const open = milestones.filter((milestone) => !isDone(milestone)).sort((a, b) => comparePeriods(a.due, b.due));
  const status = words.milestones(milestones.length - open.length, milestones.length);
  const next = open[0];
  if (!next) return status;
  const late = asOf !== undefined && comparePeriods(next.due, asOf) <= 0;
  return `${status}; ${words.nextMilestone(isolated(next.title), next.due, late)}`;
}
