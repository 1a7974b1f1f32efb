import { assessmentSigns } from '@malspar/figures-model';
import { Assessment, Verdict } from '@malspar/reporting-model';
import type { Choice } from './choice-field';
import type { Translate } from './period-words';

/** The six assessments with their shapes, words and meanings. */
export const assessmentChoices = (t: Translate): Choice[] =>
  Assessment.options.map((value) => ({
    value,
    label: t(`shared.assessment.${value}`),
    hint: t(`reporting.data.assessmentMeans.${value}`),
    shape: assessmentSigns[value],
  }));

/** The four verdicts with their words and meanings. */
export const verdictChoices = (t: Translate): Choice[] =>
  Verdict.options.map((value) => ({
    value,
    label: t(`shared.verdict.${value}`),
    hint: t(`reporting.data.verdictMeans.${value}`),
  }));
