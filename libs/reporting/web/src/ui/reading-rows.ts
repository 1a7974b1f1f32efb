import { exactDecimal, type Language, numberText, periodText, quantityText } from '@malspar/figures-model';
import {
  type Entry,
  type EntryContent,
  explanationPath,
  type FieldPlace,
  SoftCheckCode,
  valuePath,
} from '@malspar/reporting-model';
import {
  comparePeriods,
  decimalsOf,
  type ExpectedNumber,
  isolated,
  type Provenance,
  readDecimal,
} from '@malspar/shared-model';
import type { Translate } from './period-words';

/** One line of a report as it is read: what is asked, what was answered, and the form's field that answers it. */
export interface ReadingRow {
  readonly field: FieldPlace;
  readonly label: string;
  /** Empty when nothing has been answered. */
  readonly text: string;
  /** Beside the text: last period's value, and how far it has moved. */
  readonly aside: string;
  /** Of the value beside the text. */
  readonly asideProvenance: Provenance | null;
  /** Whether it is a value that is not a number, and so stands as it was typed. */
  readonly unreadable: boolean;
}

type Read = Pick<Entry, 'indicator' | 'duePeriods' | 'last' | 'series'>;

/** An entry's answers in the order they are read; what was neither asked nor answered is left out. */
export function readingRows(t: Translate, entry: Read, content: EntryContent, language: Language): ReadingRow[] {
  const row = (field: FieldPlace, key: string, text: string, aside = ''): ReadingRow => ({
    field,
    label: t(`reporting.data.field.${key}`),
    text,
    aside,
    asideProvenance: null,
    unreadable: false,
  });
  const { measure } = content;
  const inDoubt = content.assessment === 'uncertain' || content.assessment === 'will_not_reach';
  const explained = Object.entries(content.explanations).filter(([, text]) => text !== '');
  return [
    row('assessment', 'assessment', content.assessment ?? ''),
    ...valueRows(t, entry, content, language),
    ...(content.noValueReason ? [row('noValueReason', 'noValueReason', content.noValueReason)] : []),
    ...(content.parts.length > 0 ? [row('parts', 'parts', partsText(entry, content, language))] : []),
    ...(entry.indicator.kind === 'milestone'
      ? [row('milestones', 'milestones', milestonesText(t, entry, content, language))]
      : []),
    row('comment', 'comment', content.comment),
    ...(measure || inDoubt ? [row('measure/text', 'measure', measureText(t, content, language))] : []),
    ...explained.map(([code, text]) => ({
      field: explanationPath(SoftCheckCode.parse(code)),
      label: t(`reporting.data.explanationOf.${code}`),
      text: text ?? '',
      aside: '',
      asideProvenance: null,
      unreadable: false,
    })),
  ];
}

function valueRows(t: Translate, entry: Read, content: EntryContent, language: Language): ReadingRow[] {
  const write = (value: string): string => quantityText(value, entry.indicator, language);
  return entry.duePeriods.map((period) => {
    const value = content.values.find((each) => each.period === period)?.value ?? null;
    const before = entry.series.findLast((point) => point.value !== null && comparePeriods(point.period, period) < 0);
    const aside = before?.value
      ? t('reporting.data.lastValue', { period: periodText(before.period, language), value: write(before.value) })
      : '';
    const label =
      entry.duePeriods.length > 1
        ? `${t('reporting.data.field.value')}, ${periodText(period, language)}`
        : t('reporting.data.field.value');
    const unreadable = value !== null && !isNumber(value, entry.indicator);
    const text = value === null ? '' : unreadable ? value : write(value);
    return { field: valuePath(period), label, text, aside, asideProvenance: before?.provenance ?? null, unreadable };
  });
}

const isNumber = (text: string, expected: ExpectedNumber): boolean => readDecimal(text, expected).kind === 'number';

const partsText = ({ indicator }: Read, content: EntryContent, language: Language): string =>
  content.parts
    .map(({ label, value }) => {
      if (!isNumber(value, indicator)) return `${isolated(label)}: ${value}`;
      const exact = exactDecimal(value, indicator.decimals);
      return `${isolated(label)}: ${numberText(exact, decimalsOf(exact), language)}`;
    })
    .join('\n');

function milestonesText(t: Translate, { indicator }: Read, content: EntryContent, language: Language): string {
  return indicator.milestones
    .map(({ title, done: before }, index) => {
      const written = content.milestones.find((each) => each.index === index);
      const done = written ? written.done : before;
      return done === null
        ? t('reporting.data.milestoneOpen', { title })
        : t('reporting.data.milestoneDone', { title, period: periodText(done, language) });
    })
    .join('\n');
}

/** A measure as one text: what, who, when. */
export function measureText(t: Translate, { measure }: Pick<EntryContent, 'measure'>, language: Language): string {
  if (!measure) return '';
  const date = measure.dueOn
    ? new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${measure.dueOn}T00:00:00Z`),
      )
    : '';
  const who = measure.responsible && t('reporting.data.measureResponsible', { who: measure.responsible });
  const when = date && t('reporting.data.measureDue', { date });
  return [measure.text, [who, when].filter(Boolean).join(' · ')].filter(Boolean).join('\n');
}
