import type { CheckedAmendment, CheckedPlan, CheckedTarget } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import type { AmendmentEntity } from './plan.entity.js';
import type { TargetVersionEntity } from './target.entity.js';

/** An amendment that moved the plan's last day, and with it every target's year. */
export interface PlanStep {
  readonly amendmentId: string;
  readonly validFrom: PlainDate;
  readonly targetYear: number;
}

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** The year targets were to be met by before any amendment. */
export function firstTargetYear({ plan }: CheckedPlan): number {
  const moved = plan.amendments.find((amendment) => amendment.planEnd !== null);
  return yearOf(moved?.planEnd?.from ?? plan.end);
}

type Named = Pick<AmendmentEntity, 'date' | 'planEndFrom' | 'planEndTo'>;

/** What names an amendment of the whole plan: when it was decided and where it moved the plan's last day. */
const amendmentKey = ({ date, planEndFrom, planEndTo }: Named, nth: number): string =>
  [date, planEndFrom ?? '', planEndTo ?? '', nth].join(' ');

/** Each with its name; those that would else have the same one are numbered in their order. */
function withNames<T extends Named>(list: readonly T[]): { readonly item: T; readonly name: string }[] {
  const seen = new Map<string, number>();
  return list.map((item) => {
    const nth = seen.get(amendmentKey(item, 0)) ?? 0;
    seen.set(amendmentKey(item, 0), nth + 1);
    return { item, name: amendmentKey(item, nth) };
  });
}

/** The plan-wide amendments of a file as rows, with the ids of those that are stored already. */
export function amendmentRows(
  amendments: readonly CheckedAmendment[],
  stored: readonly AmendmentEntity[],
  planId: string,
  makeId: () => string,
): AmendmentEntity[] {
  const known = withNames(stored.filter((row) => row.targetId === null));
  const ids = new Map(known.map(({ item, name }) => [name, item.id]));
  const rows = amendments.map((amendment, position) => ({
    ...{ planId, targetId: null, date: amendment.date, validFrom: amendment.validFrom, position },
    ...{ text: amendment.text, decisionReference: amendment.decisionReference },
    planEndFrom: amendment.planEnd?.from ?? null,
    planEndTo: amendment.planEnd?.to ?? null,
    ...{ provenance: amendment.provenance, sourceKey: amendment.source },
  }));
  return withNames(rows).map(({ item, name }) => ({ ...item, id: ids.get(name) ?? makeId() }));
}

/** The steps among plan-wide amendments, oldest first. */
export const stepsOf = (amendments: readonly AmendmentEntity[]): PlanStep[] =>
  amendments
    .flatMap(({ id, validFrom, planEndTo }) =>
      planEndTo === null ? [] : [{ amendmentId: id, validFrom, targetYear: yearOf(planEndTo) }],
    )
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));

/** The version a step gives a target that until then said `before`. */
export const steppedVersion = (
  before: TargetVersionEntity,
  { amendmentId, validFrom, targetYear }: PlanStep,
  id: string,
): TargetVersionEntity => ({ ...before, id, amendmentId, validFrom, targetYear });

/** Every version of a target that is new: as first decided, then one for each step after that. */
export function versionsOfNewTarget(
  target: CheckedTarget,
  first: {
    readonly planId: string;
    readonly targetId: string;
    readonly validFrom: PlainDate;
    readonly targetYear: number;
  },
  steps: readonly PlanStep[],
  makeId: () => string,
): TargetVersionEntity[] {
  const numeric = target.indicator.kind === 'numeric' ? target.indicator : null;
  const decided: TargetVersionEntity = {
    ...first,
    id: makeId(),
    title: target.title,
    targetValue: numeric?.target ?? null,
    targetValueProvenance: numeric?.targetOrigin.provenance ?? null,
    targetValueSourceKey: numeric?.targetOrigin.source ?? null,
    amendmentId: null,
  };
  const later = steps.filter((step) => step.validFrom > first.validFrom);
  return [decided, ...later.map((step) => steppedVersion(decided, step, makeId()))];
}
