import { periodText } from '@malspar/figures-model';
import { language } from '@malspar/shared-web';
import { MILESTONE_OPEN, partLabel, typedFrom } from '../data/draft-fields';
import type { Translate } from '../ui/period-words';

/** A draft's field by name: `Kommentar`, `Utfall, kvartal 4 2025`, `Åtgärd` … */
export function fieldWords(t: Translate, field: string): string {
  const [name = '', ...parts] = field.split('/');
  const rest = parts.join('/');
  switch (name) {
    case 'values':
      return `${t('reporting.data.field.value')}, ${periodText(rest, language())}`;
    case 'parts':
      return partLabel(field);
    case 'milestones':
      return `${t('reporting.data.field.milestones')} ${Number(rest) + 1}`;
    case 'explanations':
      return t(`reporting.data.explanationOf.${rest}`);
    case 'year':
      return t(`reporting.report.ofYear.${rest.split('/')[0]}`, { code: rest.split('/').slice(1).join('/') });
    case 'measure':
      return t(`reporting.data.measureField.${rest}`);
    default:
      return t(`reporting.data.field.${name}`);
  }
}

/** What stands in a draft's field, as its reader would say it. */
export function fieldContent(t: Translate, field: string, text: string): string {
  const [choice] = /^(assessment|verdict)\b/.exec(field.replace(/^year\//, '')) ?? [];
  if (choice) return t(`shared.${choice}.${text}`);
  if (field.startsWith('milestones')) {
    return text === MILESTONE_OPEN ? t('reporting.report.conflict.milestoneOpen') : periodText(text, language());
  }
  return typedFrom(field, text);
}
