import type { Cadence, Period } from '@malspar/shared-model';
import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault } from './plan-file-faults.js';
import { cadenceAt, periodAt, planTime, type PlanTime } from './plan-time.js';

const CADENCES: Readonly<Record<Cadence, { sv: string; en: string }>> = {
  quarter: { sv: 'kvartal', en: 'quarter' },
  tertial: { sv: 'tertial', en: 'tertial (four months)' },
  year: { sv: 'år', en: 'year' },
};

/** A period of the wrong length, or outside the plan's time. */
function misplaced(at: FileCursor, cadence: Cadence | undefined, time: PlanTime): PlanFileFault[] {
  const period = periodAt(at);
  if (!period) return [];
  const { code: value } = period;
  if (cadence !== undefined && period.cadence !== cadence) {
    return [{ path: at.path, code: 'wrong-cadence', params: { value, ...CADENCES[cadence] } }];
  }
  const { start, end } = time;
  if (start === undefined || end === undefined || (period.end >= start && period.start <= end)) return [];
  return [{ path: at.path, code: 'outside-plan', params: { value, start, end } }];
}

/** A period that is told of as past but ends after the open one. */
function tooLate(at: FileCursor, open: Period | undefined): PlanFileFault[] {
  const period = periodAt(at);
  if (!period || !open || period.end <= open.end) return [];
  return [{ path: at.path, code: 'after-open-period', params: { value: period.code, open: open.code } }];
}

function beforeMeasurable(at: FileCursor, until: Period | undefined): PlanFileFault[] {
  const period = periodAt(at);
  if (!period || !until || period.end >= until.start) return [];
  return [{ path: at.path, code: 'before-measurable', params: { value: period.code, until: until.code } }];
}

function targetFaults(target: FileCursor, time: PlanTime): PlanFileFault[] {
  const indicator = target.at('indicator');
  const cadence = cadenceAt(indicator.at('cadence'));
  const measurable = target.at('notMeasurableUntil');
  const points = indicator.items('series').map((point) => point.at('period'));
  const milestones = indicator.items('milestones');
  const past = [...points, ...milestones.map((milestone) => milestone.at('done'))];
  const yearFrom = indicator.at('yearFrom').text;
  // A year's value that is reported by itself has the year as its period.
  const apart = yearFrom === 'reported' || (yearFrom === 'weighted_mean' && !indicator.at('yearWeights').exists);
  const isOwn = (at: FileCursor): boolean => !(apart && points.includes(at) && periodAt(at)?.cadence === 'year');
  const periods = [measurable, ...milestones.map((milestone) => milestone.at('due')), ...past];
  return [
    ...periods.flatMap((at) => misplaced(at, isOwn(at) ? cadence : 'year', time)),
    ...past.flatMap((at) => tooLate(at, time.open)),
    ...points.flatMap((at) => beforeMeasurable(at, periodAt(measurable))),
  ];
}

/** Every period in the file against the cadence it belongs to, the plan's time and the period now open. */
export function periodFaults(file: FileCursor): PlanFileFault[] {
  const time = planTime(file);
  const targets = file.items('focusAreas').flatMap((area) => area.items('targets'));
  const openPeriod = file.at('plan').at('reporting').at('openPeriod');
  return [...misplaced(openPeriod, time.cadence, time), ...targets.flatMap((target) => targetFaults(target, time))];
}
