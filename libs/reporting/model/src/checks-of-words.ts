import { exactDecimal } from '@malspar/shared-charts';
import { comparePeriods, type Decimal, isBlank, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import type { CheckedEntry, Finding } from './checks.js';
import { knownFigures } from './checks-of-values.js';
import type { EntryContent } from './entry.js';
import { hasEndedBy } from './period-ends.js';
import { comparable, type Figure, usualChange } from './series-rules.js';
import { distanceToTarget, meetsTarget } from './target-line.js';

/** No assessment, or one that the numbers or the milestones speak against. */
export function assessmentChecks(entry: CheckedEntry, period: PeriodCode): Finding[] {
  const { assessment, values } = entry.content;
  if (assessment === null) return [{ kind: 'hard', code: 'no_assessment', field: '/assessment' }];
  const params =
    assessment === 'not_measured' && values.some((value) => value.value !== null)
      ? { why: 'has_value' }
      : entry.indicator.kind === 'milestone'
        ? againstMilestones(entry, period)
        : againstNumbers(entry, period);
  return params ? [{ kind: 'soft', code: 'assessment_contradicts', field: '/assessment', params }] : [];
}

function againstMilestones({ content, indicator }: CheckedEntry, period: PeriodCode): Finding['params'] | null {
  const open = indicator.milestones.filter((milestone, index) => {
    const written = content.milestones.find((each) => each.index === index);
    return (written ? written.done : milestone.done) === null;
  });
  const [next] = open;
  if (content.assessment === 'achieved' && next) return { why: 'milestone_open', milestone: next.title };
  const late = open.find((milestone) => parsePeriod(milestone.due).end < parsePeriod(period).end);
  return content.assessment === 'on_track' && late ? { why: 'milestone_late', milestone: late.title } : null;
}

function againstNumbers(entry: CheckedEntry, period: PeriodCode): Finding['params'] | null {
  const { content, indicator, target } = entry;
  const known = knownFigures(entry).sort((a, b) => comparePeriods(a.period, b.period));
  const latest = known.filter((figure) => hasEndedBy(figure.period, period)).at(-1);
  if (!latest || target.targetValue === null) return null;
  const exact = (value: Decimal): Decimal => exactDecimal(value, indicator.decimals);
  const common = { period: latest.period, value: exact(latest.written), target: exact(target.targetValue) };
  if (content.assessment === 'achieved' && meetsTarget(latest.value, indicator, target) === false) {
    return { why: 'below_target', ...common };
  }
  if (content.assessment === 'on_track' && hasMissed(entry, latest)) {
    return { why: 'time_is_up', ...common, year: target.targetYear };
  }
  const before = content.assessment === 'on_track' ? comparable(known, latest.period) : undefined;
  if (!before || !movesAway(entry, latest, before, known)) return null;
  return { why: 'moving_away', ...common, lastPeriod: before.period, last: exact(before.written) };
}

// The figure of the target's last period, or of a later one: there is no way left to be on the right one.
const hasMissed = ({ indicator, target }: CheckedEntry, latest: Figure): boolean =>
  hasEndedBy(String(target.targetYear), latest.period) && meetsTarget(latest.value, indicator, target) === false;

// Away from the target by more than the figure usually moves from one period to the next: noise is not a direction.
function movesAway(entry: CheckedEntry, latest: Figure, before: Figure, known: readonly Figure[]): boolean {
  const distance = (figure: Figure): number => distanceToTarget(figure.value, entry.indicator, entry.target);
  return distance(latest) > distance(before) + (usualChange(known, latest.period) ?? 0);
}

/** A measure with what, who and when is demanded where the target is in doubt. */
export function measureChecks({ assessment, measure }: EntryContent): Finding[] {
  if (assessment !== 'uncertain' && assessment !== 'will_not_reach') return [];
  if (!measure || isBlank(measure.text)) return [{ kind: 'hard', code: 'no_measure', field: '/measure/text' }];
  const findings: Finding[] = [];
  if (isBlank(measure.responsible)) {
    findings.push({ kind: 'hard', code: 'no_measure_responsible', field: '/measure/responsible' });
  }
  if (measure.dueOn === null) findings.push({ kind: 'hard', code: 'no_measure_date', field: '/measure/dueOn' });
  return findings;
}

const sameWords = (a: string, b: string): boolean => {
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv');
  return plain(a) === plain(b);
};

/** The last period's comment again; only asked about where there is something new to say. */
export function sameText(entry: CheckedEntry, measurable: boolean): Finding[] {
  const { content, duePeriods, indicator, last } = entry;
  const somethingNew = indicator.kind === 'milestone' || (measurable && duePeriods.length > 0);
  if (!last || !somethingNew || isBlank(content.comment) || !sameWords(content.comment, last.comment)) return [];
  return [{ kind: 'soft', code: 'same_text', field: '/comment', params: { lastPeriod: last.period } }];
}
