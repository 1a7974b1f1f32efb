import { type Language, periodText } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import type { Translate } from '../ui/period-words';
import { lastPart, type ReviewField } from './review-fields';

type Labelled = Pick<ReviewField, 'field' | 'afterPeriod' | 'beforePeriod'>;

/** What a field is called; `several` when the entry holds several values, each then named by its period. */
export function fieldLabel(
  t: Translate,
  field: Labelled,
  indicator: Pick<Indicator, 'milestones'> | null,
  several: boolean,
  language: Language,
): string {
  const [, root = '', rest] = field.field.split('/');
  switch (root) {
    case 'values': {
      const period = field.afterPeriod ?? field.beforePeriod;
      return several && period
        ? t('reporting.review.field.valueOf', { period: periodText(period, language) })
        : t('reporting.review.field.value');
    }
    case 'parts':
      return lastPart(field.field);
    case 'milestones':
      return indicator?.milestones[Number(rest)]?.title ?? t('reporting.review.field.milestone');
    case 'explanations':
      return t(`reporting.review.field.explanationOf.${rest}`);
    default:
      return t(`reporting.review.field.${rest ? `${root}_${rest}` : root}`);
  }
}
