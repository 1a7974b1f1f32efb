import { Assessment, Verdict } from '@malspar/reporting-model';
import type { Choice } from './choice-field';
import type { Translate } from './period-words';

/** The six assessments with their shapes, words and meanings. */
export function assessmentChoices(t: Translate): Choice[] {
  const shapes: Record<Assessment, string> = {
    achieved: '✓',
    on_track: '●',
    uncertain: '▲',
    will_not_reach: '■',
    not_started: '○',
    not_measured: '–',
  };
  return Assessment.options.map((value) => ({
    value,
    label: t(`shared.assessment.${value}`),
    hint: t(`reporting.data.assessmentMeans.${value}`),
    shape: shapes[value],
  }));
}

/** The four verdicts with their words and meanings. */
export const verdictChoices = (t: Translate): Choice[] =>
  Verdict.options.map((value) => ({
    value,
    label: t(`shared.verdict.${value}`),
    hint: t(`reporting.data.verdictMeans.${value}`),
  }));
