import type { Target } from '@malspar/plan-model';
import type { FilePoint } from '@malspar/reporting-api';
import {
  type Assessment,
  distanceToTarget,
  duePeriodsOf,
  emptyEntryContent,
  type EntryContent,
  hasEndedBy,
  meetsTarget,
} from '@malspar/reporting-model';
import {
  comparableValue,
  comparableYearBefore,
  comparePeriods,
  type Decimal,
  parsePeriod,
  type PeriodCode,
  periodsCompare,
  periodYearBefore,
  shiftPeriod,
} from '@malspar/shared-model';
import { exampleComment, type ExampleNumber, exampleMeasure, spokenPeriod } from './example-words.js';
import { exampleParts } from './example-parts.js';

/**
 * What an owner could have written about a target in a report on `period`, from the plan file's own values; nothing
 * but the value where that is verified.
 */
export function exampleEntry(target: Target, series: readonly FilePoint[], period: PeriodCode): EntryContent {
  if (target.indicator.kind === 'milestone') return milestoneEntry(target, period);
  if (target.notMeasurableUntil !== null && !hasEndedBy(target.notMeasurableUntil, period)) {
    const from = spokenPeriod(target.notMeasurableUntil);
    return {
      ...emptyEntryContent,
      assessment: 'not_measured',
      comment: `Mätmetoden är inte på plats. Första utfallet väntas ${from}.`,
    };
  }
  return numericEntry(target, series, period);
}

function numericEntry(target: Target, series: readonly FilePoint[], period: PeriodCode): EntryContent {
  const due = duePeriodsOf(period, target);
  const values = series.filter((point) => due.includes(point.period));
  const given = values.map((point) => ({ period: point.period, value: point.value }));
  // Nothing is made up about a fact.
  if (values.some((point) => point.provenance === 'verified')) return { ...emptyEntryContent, values: given };
  const ended = series.filter((point) => hasEndedBy(point.period, period));
  const known = ended
    .map((point) => ({ period: point.period, value: Number(point.value) }))
    .sort((a, b) => comparePeriods(a.period, b.period));
  const now = known.at(-1) ?? null;
  // The period before may be of another season; one that covers a year has none.
  const last = periodsCompare(target.indicator) ? (known.at(-2) ?? null) : null;
  const before = now && (yearBefore(known, now) ?? last);
  const assessment = now ? exampleAssessment(target, ended) : 'not_measured';
  const missing = values.length < due.length;
  const content = {
    ...emptyEntryContent,
    assessment,
    values: given,
    parts: exampleParts(target, values.at(-1)?.value),
    noValueReason: missing ? 'Underlaget för perioden är inte klart.' : '',
  };
  if (due.length === 0) return withMeasure({ ...content, comment: notDue(target, period, now) }, target, period);
  const situation = {
    code: target.code,
    period,
    indicatorName: target.indicator.name,
    unit: target.indicator.unit,
    decimals: target.indicator.decimals,
    now: values.length > 0 ? now : null,
    before,
    targetValue: target.inForce.targetValue === null ? null : Number(target.inForce.targetValue),
    movement: now && before ? movementOf(target, now, before) : null,
    assessment,
  };
  return withMeasure({ ...content, comment: exampleComment(situation) }, target, period);
}

const yearBefore = (known: readonly ExampleNumber[], example: ExampleNumber): ExampleNumber | undefined =>
  known.find((each) => each.period === periodYearBefore(example.period));

function movementOf(target: Target, now: ExampleNumber, before: ExampleNumber): 'better' | 'worse' | 'same' {
  const step = 10 ** -target.indicator.decimals;
  const change = now.value - before.value;
  if (Math.abs(change) <= Math.max(step, Math.abs(before.value) * 0.005)) return 'same';
  const goal = Number(target.inForce.targetValue ?? now.value);
  const up =
    target.indicator.direction === 'increase' || (target.indicator.direction === 'reach' && goal > before.value);
  return change > 0 === up ? 'better' : 'worse';
}

/**
 * On a straight line from baseline to target: how far the value of a year has come against how much of the time has
 * passed. Before there is a year nothing is known to be wrong.
 */
function exampleAssessment({ indicator, inForce }: Target, known: readonly FilePoint[]): Assessment {
  const now = comparableValue(indicator, known);
  if (!now) return 'on_track';
  const before = comparableYearBefore(indicator, known, now);
  const meets = ({ value }: { readonly value: Decimal }): boolean => meetsTarget(value, indicator, inForce) !== false;
  if (meets(now)) return before && meets(before) ? 'achieved' : 'on_track';
  const away = ({ value }: { readonly value: Decimal }): number => distanceToTarget(value, indicator, inForce);
  const way = Math.abs(Number(inForce.targetValue) - Number(indicator.baseline));
  const done = way === 0 ? 0 : 1 - away(now) / way;
  const first = indicator.baselineYear ?? inForce.targetYear;
  const passed = (Number(now.period.slice(0, 4)) - first) / Math.max(1, inForce.targetYear - first);
  const movesAway = before !== null && away(now) > away(before) + way * 0.05;
  if (done >= passed - 0.15 && !movesAway) return 'on_track';
  return passed >= 0.85 && done < passed - 0.4 ? 'will_not_reach' : 'uncertain';
}

function notDue(target: Target, period: PeriodCode, now: ExampleNumber | null): string {
  const { year } = parsePeriod(period);
  const latest = now ? ` Senast redovisade utfall gäller ${spokenPeriod(now.period)}.` : '';
  return target.indicator.cadence === 'year'
    ? `Mäts en gång om året. Nästa utfall redovisas för ${year}.${latest}`
    : `Inget utfall ska redovisas för perioden.${latest}`;
}

function milestoneEntry(target: Target, period: PeriodCode): EntryContent {
  const passed = target.indicator.milestones.map((milestone, index) => ({
    ...milestone,
    index,
    done: milestone.done !== null && hasEndedBy(milestone.done, period) ? milestone.done : null,
  }));
  const next = passed.find((milestone) => milestone.done === null);
  const justDone = passed.filter((milestone) => milestone.done === period).at(-1);
  const late = next !== undefined && parsePeriod(next.due).end < parsePeriod(period).end;
  const started = passed.some((milestone) => milestone.done !== null);
  const assessment = !next ? 'achieved' : late ? 'uncertain' : started ? 'on_track' : 'not_started';
  const sentences = [
    justDone ? `Delmålet ”${justDone.title}” nåddes under perioden.` : '',
    next && late ? `Delmålet ”${next.title}” skulle ha varit klart ${spokenPeriod(next.due)} och är försenat.` : '',
    next && !late ? `Nästa delmål är ”${next.title}”, som ska vara klart ${spokenPeriod(next.due)}.` : '',
    next ? '' : 'Alla delmål är nådda.',
  ];
  const content: EntryContent = {
    ...emptyEntryContent,
    assessment,
    milestones: passed.flatMap(({ index, done }) => (done === null ? [] : [{ index, done }])),
    comment: sentences.filter(Boolean).join(' '),
  };
  return withMeasure(content, target, period);
}

function withMeasure(content: EntryContent, target: Target, period: PeriodCode): EntryContent {
  const doubtful = content.assessment === 'uncertain' || content.assessment === 'will_not_reach';
  if (!doubtful) return content;
  return { ...content, measure: exampleMeasure(target.code, period, shiftPeriod(period, 2).end) };
}
