import { comparePeriods, type PeriodCode } from '@malspar/shared-model';
import type { PublishingOrder } from './publishing-order.js';
import { type Statement, Statements } from './statements.js';

/** What the report of one period says of a milestone: when it was reached, or that it was not. */
interface Reached {
  readonly title: string;
  readonly by: PeriodCode;
  readonly done: PeriodCode | null;
}

/**
 * When each milestone of a target was reached, as reports have said, one after the other. One that says it was not
 * reached takes back what was said of its own and earlier periods, never what came later.
 */
export function latestMilestones(order: PublishingOrder): (code: string) => ReadonlyMap<string, PeriodCode | null> {
  const byTarget = new Map<string, Statements<Reached>>();
  for (const version of order.versions) {
    for (const { code, answer, indicator } of version.areas.flatMap(({ targets }) => targets)) {
      const own = byTarget.get(code) ?? new Statements<Reached>(order, ({ by }) => by);
      byTarget.set(code, own);
      for (const { title, done } of indicator.milestones) {
        own.add(`${answer.period} ${title}`, { title, by: answer.period, done }, version);
      }
    }
  }
  const placeOf = ({ since }: Statement<Reached>): number => order.placeOf(since);
  return (code) => {
    const own = byTarget.get(code);
    const said = [...(own?.subjects() ?? [])].flatMap((subject) => own?.latest(subject) ?? []);
    const state = new Map<string, PeriodCode | null>();
    for (const { title, by, done } of said.sort((a, b) => placeOf(a) - placeOf(b)).map((each) => each.said)) {
      const before = state.get(title) ?? null;
      const holdsOn = done === null && before !== null && comparePeriods(before, by) > 0;
      state.set(title, holdsOn ? before : done);
    }
    return state;
  };
}
