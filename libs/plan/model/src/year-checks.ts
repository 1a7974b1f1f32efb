import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault } from './plan-file-faults.js';
import { type PlanTime, planTime, YEARS } from './plan-time.js';

/** Every field that holds a year, a date or a period, wherever it stands in the file. */
const DATED: ReadonlySet<string> = new Set([
  ...['start', 'end', 'date', 'from', 'to', 'openPeriod', 'notMeasurableUntil', 'period', 'due', 'done'],
  ...['year', 'baseYear', 'baselineYear'],
]);
/** Deeper than any plan file goes; a file made to exhaust the stack stops here. */
const DEEPEST = 12;

function yearOf({ text, number }: FileCursor): number | undefined {
  return number ?? (/^\d{4}/.test(text ?? '') ? Number(text?.slice(0, 4)) : undefined);
}

/** Years, dates and periods beyond all reason, in every field that holds one. */
function unreasonableYears(here: FileCursor, depth = 0): PlanFileFault[] {
  if (depth > DEEPEST) return [];
  return here.children().flatMap(([key, child]): PlanFileFault[] => {
    const year = DATED.has(key) ? yearOf(child) : undefined;
    if (year === undefined) return unreasonableYears(child, depth + 1);
    if (year >= YEARS.min && year <= YEARS.max) return [];
    return [{ path: child.path, code: 'year-out-of-range', params: { value: year, ...YEARS } }];
  });
}

/** A verdict of a year that the plan does not cover, or that has not come to its end with the open period. */
function verdictYearFaults(at: FileCursor, { start, end, open }: PlanTime): PlanFileFault[] {
  const { number: value, path } = at;
  if (value === undefined || start === undefined || end === undefined) return [];
  if (value < Number(start.slice(0, 4)) || value > Number(end.slice(0, 4))) {
    return [{ path, code: 'outside-plan', params: { value, start, end } }];
  }
  if (open === undefined || `${value}-12-31` <= open.end) return [];
  return [{ path, code: 'after-open-period', params: { value, open: open.code } }];
}

function baselineFaults(at: FileCursor, { end }: PlanTime): PlanFileFault[] {
  if (at.number === undefined || end === undefined || at.number <= Number(end.slice(0, 4))) return [];
  return [{ path: at.path, code: 'baseline-after-plan', params: { value: at.number, end } }];
}

function climateGoalFaults(goal: FileCursor): PlanFileFault[] {
  const [year, base] = [goal.at('year'), goal.at('baseYear')];
  if (year.number === undefined || base.number === undefined || base.number < year.number) return [];
  return [{ path: base.path, code: 'base-year-too-late', params: { value: base.number, year: year.number } }];
}

/** Every year in the file against what is reasonable, and against what the plan says of its own time. */
export function yearFaults(file: FileCursor): PlanFileFault[] {
  const time = planTime(file);
  const indicators = file
    .items('focusAreas')
    .flatMap((area) => area.items('targets'))
    .map((target) => target.at('indicator'));
  return [
    ...unreasonableYears(file),
    ...file
      .at('verdicts')
      .items('known')
      .flatMap((known) => verdictYearFaults(known.at('year'), time)),
    ...indicators.flatMap((indicator) => baselineFaults(indicator.at('baselineYear'), time)),
    ...file.items('climateGoals').flatMap(climateGoalFaults),
  ];
}
