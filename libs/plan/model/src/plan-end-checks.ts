import { ImpreciseDate, validFromOf } from './imprecise-date.js';
import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault } from './plan-file-faults.js';
import { dateAt, planTime } from './plan-time.js';

/** Longer than any plan; a slip in a year would otherwise open thousands of periods. */
const LONGEST_IN_YEARS = 30;

function planLength(plan: FileCursor): PlanFileFault[] {
  const [start, end] = [dateAt(plan.at('start')), dateAt(plan.at('end'))];
  if (start === undefined || end === undefined) return [];
  const { path } = plan.at('end');
  if (end < start) return [{ path, code: 'ends-before-start' }];
  if (Number(end.slice(0, 4)) - Number(start.slice(0, 4)) < LONGEST_IN_YEARS) return [];
  return [{ path, code: 'plan-too-long', params: { years: LONGEST_IN_YEARS } }];
}

/** The amendments of the plan's last day, oldest first: each begins where the one before ended, the last at the end. */
function planEndChain(file: FileCursor): PlanFileFault[] {
  const { start, end } = planTime(file);
  const steps = file
    .at('plan')
    .items('amendments')
    .filter((item) => item.at('planEnd').exists)
    .flatMap((item) => {
      const [from, to] = [item.at('planEnd').at('from'), item.at('planEnd').at('to')];
      const date = ImpreciseDate.safeParse(item.at('date').value).data;
      return date === undefined ? [] : [{ item, from, to, validFrom: validFromOf(date) }];
    })
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));

  return steps.flatMap(({ item, from, to, validFrom }, n): PlanFileFault[] => {
    const before = steps[n - 1];
    const after = before?.validFrom ?? start;
    const expected = before && dateAt(before.to);
    const isLast = n === steps.length - 1;
    const faults: PlanFileFault[] = [];
    if (after !== undefined && validFrom <= after) {
      faults.push({ path: item.at('date').path, code: 'amendment-too-early', params: { after } });
    }
    if (expected !== undefined && dateAt(from) !== expected) {
      faults.push({ path: from.path, code: 'plan-end-mismatch', params: { expected } });
    }
    if (isLast && end !== undefined && dateAt(to) !== end) {
      faults.push({ path: to.path, code: 'plan-end-mismatch', params: { expected: end } });
    }
    return faults;
  });
}

/** The plan's length, and the amendments that moved its last day. */
export const planEndFaults = (file: FileCursor): PlanFileFault[] => [
  ...planLength(file.at('plan')),
  ...planEndChain(file),
];
