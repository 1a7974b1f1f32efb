import type { Amendment, FocusArea, Plan, Source, Target, TargetDetail, TargetVersion } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import type { AmendmentRow, FocusAreaRow, PlanHeadRow, TargetRow, WholePlanRow } from './plan-reading.repository.js';

/** More than a plan has periods; each date is asked about again and again. */
const DATES = 100;

/** A plan with all that it has ever said, from which it can be put together as it stood on any date. */
export class WholePlan {
  readonly #onDates = new Map<PlainDate, Plan>();

  constructor(readonly row: WholePlanRow) {
    freeze(row);
  }

  /** The plan as it stood on the date; the same object each time. */
  on(date: PlainDate): Plan {
    let plan = this.#onDates.get(date);
    if (!plan) {
      plan = planOf(this.row, date);
      if (this.#onDates.size >= DATES) this.#onDates.clear();
      this.#onDates.set(date, freeze(plan));
    }
    return plan;
  }
}

function amendmentOf(row: AmendmentRow): Amendment {
  const { id, targetCode, date, validFrom, text, decisionReference, provenance, sourceKey } = row;
  return { id, targetCode, date, validFrom, text, decisionReference, provenance, sourceKey };
}

/** The plan's last day as decided by the date. */
function endOn(head: PlanHeadRow, at: PlainDate): PlainDate {
  const moves = head.amendments.filter((amendment) => amendment.planEndTo !== null);
  const latest = moves.findLast((move) => move.validFrom <= at);
  return latest?.planEndTo ?? moves[0]?.planEndFrom ?? head.end;
}

/**
 * The whole plan as it stood on the date: amendments decided by then, and what each target said. Before its first day a
 * plan says what it will say then.
 */
function planOf({ head, areas, targets }: WholePlanRow, on: PlainDate): Plan {
  const date = on < head.start ? head.start : on;
  return {
    ...head,
    end: endOn(head, date),
    amendments: head.amendments.filter((amendment) => amendment.validFrom <= date).map(amendmentOf),
    focusAreas: areas.map((area) => focusAreaOf(area, head, targets, date)),
  };
}

function focusAreaOf(
  { departmentId, ...area }: FocusAreaRow,
  head: PlanHeadRow,
  targets: readonly TargetRow[],
  date: PlainDate,
): FocusArea {
  const department = head.departments.find((each) => each.id === departmentId);
  if (!department) throw new Error(`No department ${departmentId} in the plan`);
  const own = targets.filter((target) => target.focusAreaId === area.id);
  return {
    ...area,
    department,
    targets: own.flatMap(({ versions, ...target }): Target[] => {
      const inForce = versions.findLast((version) => version.validFrom <= date);
      return inForce ? [{ ...target, inForce, focusAreaSlug: area.slug }] : [];
    }),
  };
}

/** A target with all it has said, the amendments that changed it, and the sources that any of it names. */
export function targetDetailOf(target: Target, { head, targets }: WholePlanRow): TargetDetail {
  const versions = targets.find(({ id }) => id === target.id)?.versions ?? [];
  const made = new Set(versions.map((version) => version.amendmentId));
  const amendments = head.amendments.filter((amendment) => made.has(amendment.id)).map(amendmentOf);
  return { ...target, versions, amendments, sources: sourcesNamed(target, versions, amendments, head.sources) };
}

function sourcesNamed(
  target: Target,
  versions: readonly TargetVersion[],
  amendments: readonly Amendment[],
  sources: readonly Source[],
): Source[] {
  const named = new Set([
    target.sourceKey,
    target.indicator.sourceKey,
    target.indicator.baselineSourceKey,
    ...versions.map((version) => version.targetValueSourceKey),
    ...amendments.map((amendment) => amendment.sourceKey),
  ]);
  return sources.filter((source) => named.has(source.key));
}

/** What many requests share none of them may change. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
