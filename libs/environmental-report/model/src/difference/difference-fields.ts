import { basisText, inBoth, numberText, periodText, quantityText, type Words } from '@malspar/figures-model';
import {
  comparableValue,
  Decimal,
  decimalsOf,
  isolated,
  type PlainDate,
  type Provenance,
  writtenDay,
} from '@malspar/shared-model';
import { mixedOrigin } from '../mixed-origin.js';
import type { PublishedEntry, PublishedArea, PublishedReport, PublishedTarget } from '../published-report.js';
import { entriesSaid, verdictsSaid } from '../said-over-time.js';
import { assessmentWords } from '../words.js';

/** One comparable thing in a published version. A null text is nothing said. */
export interface Field {
  readonly field: string;
  readonly label: Words;
  readonly kind: 'number' | 'choice' | 'text';
  readonly text: Words | null;
  readonly number?: Decimal | null;
  /** Where the text comes from, when that is known of it alone. */
  readonly provenance?: Provenance | null;
}

const running = (
  field: string,
  sv: string,
  en: string,
  text: string | null | undefined,
  provenance: Provenance | null = null,
): Field => ({
  field,
  label: { sv, en },
  kind: 'text',
  text: text ? { sv: text, en: text } : null,
  provenance,
});

function dayInWords(date: PlainDate | null): Words | null {
  if (date === null) return null;
  const { sv, en } = writtenDay(date);
  return { sv, en };
}

/** What stands in a version outside its areas. Which period it is for is no difference: it was what was chosen. */
export function fieldsOfReport(report: PublishedReport, { samePeriod }: { readonly samePeriod: boolean }): Field[] {
  return [
    ...(samePeriod ? [running('title', 'Titel', 'Title', report.title.sv)] : []),
    running('foreword', 'Förord', 'Foreword', report.foreword),
    ...report.gaps.map((gap) =>
      running(
        `gaps/${gap.areaSlug}/${gap.period}`,
        `Rapport saknas: ${isolated(gap.areaTitle)}, ${periodText(gap.period, 'sv')}`,
        `Missing report: ${isolated(gap.areaTitle)}, ${periodText(gap.period, 'en')}`,
        gap.reason,
      ),
    ),
  ];
}

/** What is said of an area as a whole. */
export function fieldsOfArea(
  area: PublishedArea,
  { period: own, verdictScale: scale }: Pick<PublishedReport, 'period' | 'verdictScale'>,
): Field[] {
  return ownFirst(verdictsSaid(area), own).flatMap(({ period, verdict, explanation, provenance }): Field[] => {
    // A year and its last period are two things, also where an older version has the one in the other's place.
    const [path, when] =
      period === own ? ['', SAME_PERIOD] : [`/${period}`, inBoth((each) => ` ${periodText(period, each)}`)];
    return [
      {
        field: `verdict${path}`,
        label: { sv: `Samlad bedömning${when.sv}`, en: `Verdict${when.en}` },
        kind: 'choice',
        text: scale.find((each) => each.code === verdict)?.label ?? null,
        provenance,
      },
      running(
        `verdictExplanation${path}`,
        `Motivering till bedömningen${when.sv}`,
        `Reasons for the verdict${when.en}`,
        explanation,
        provenance,
      ),
    ];
  });
}

const ownFirst = <T extends { readonly period: string }>(said: readonly T[], own: string): T[] =>
  [...said].sort((a, b) => Number(b.period === own) - Number(a.period === own));

const SAME_PERIOD: Words = { sv: '', en: '' };

/** What is said of a target and its figures. */
export function fieldsOfTarget(
  target: PublishedTarget,
  own: PublishedReport['period'],
  values: 'every-value' | 'latest-value',
): Field[] {
  return [
    running('title', 'Målets lydelse', 'Wording of the target', target.title, target.provenance),
    numberField(
      'targetValue',
      { sv: 'Målvärde', en: 'Target value' },
      target.targetValue,
      target,
      target.targetValueProvenance,
    ),
    running('targetYear', 'Målår', 'Target year', String(target.targetYear)),
    ...(values === 'every-value' ? everyValue(target) : latestValues(target, own)),
    ...ownFirst(entriesSaid(target), own)
      .filter((entry) => values === 'every-value' || entry.period === own)
      .flatMap((entry) => fieldsOfEntry(entry, entry.period === own ? '' : `${entry.period}/`)),
  ];
}

function everyValue(target: PublishedTarget): Field[] {
  return target.series.map(({ period, value, provenance }) =>
    numberField(
      `series/${period}`,
      { sv: `Utfall ${periodText(period, 'sv')}`, en: `Value ${periodText(period, 'en')}` },
      value,
      target,
      provenance,
    ),
  );
}

/** The latest value, and the one that is set against the target value where that is another; each says of what it is. */
function latestValues(target: PublishedTarget, own: PublishedReport['period']): Field[] {
  const { indicator, series } = target;
  const latest = series.findLast((point) => point.value !== null);
  const judged = indicator.kind === 'numeric' ? comparableValue(indicator, series, own) : null;
  const origins = series.flatMap(({ period, provenance }) => (judged?.periods.includes(period) ? [provenance] : []));
  return [
    numberField(
      'latest',
      { sv: 'Senaste utfall', en: 'Latest value' },
      latest?.value ?? null,
      target,
      latest?.provenance ?? null,
      latest && inBoth((language) => periodText(latest.period, language)),
    ),
    ...(judged && judged.periods.length > 1
      ? [
          numberField(
            'judged',
            { sv: 'Värde som jämförs med målvärdet', en: 'Value compared with the target value' },
            judged.value,
            target,
            mixedOrigin(origins),
            inBoth((language) => basisText(judged, language)),
          ),
        ]
      : []),
  ];
}

function numberField(
  field: string,
  label: Words,
  number: Decimal | null,
  { indicator }: PublishedTarget,
  provenance: Provenance | null,
  of: Words | null = null,
): Field {
  const written = (language: 'sv' | 'en', value: Decimal): string =>
    quantityText(value, indicator, language) + (of ? ` (${of[language]})` : '');
  const text = number === null ? null : inBoth((language) => written(language, number));
  // What is added up may have more digits than a published number can.
  const publishable = number !== null && Decimal.safeParse(number).success ? number : null;
  return { field, label, kind: 'number', text, number: publishable, provenance };
}

/** What is said of a target in one period; `prefix` stands before each field. */
export function fieldsOfEntry(entry: PublishedEntry, prefix: string): Field[] {
  const when = prefix === '' ? { sv: '', en: '' } : inBoth((language) => ` (${periodText(entry.period, language)})`);
  const text = (field: string, sv: string, en: string, value: string | null | undefined): Field =>
    running(prefix + field, sv + when.sv, en + when.en, value, entry.provenance);
  return [
    {
      field: `${prefix}assessment`,
      label: { sv: `Målbedömning${when.sv}`, en: `Assessment${when.en}` },
      kind: 'choice',
      text: entry.assessment && assessmentWords[entry.assessment],
      provenance: entry.provenance,
    },
    text('noValueReason', 'Varför utfall saknas', 'Why there is no value', entry.noValueReason),
    ...entry.parts.map(({ label, value }): Field => ({
      field: `${prefix}parts/${label}`,
      label: { sv: `Del: ${isolated(label)}${when.sv}`, en: `Part: ${isolated(label)}${when.en}` },
      kind: 'number',
      text: inBoth((language) => numberText(value, decimalsOf(value), language)),
      number: value,
      provenance: entry.provenance,
    })),
    text('comment', 'Kommentar', 'Comment', entry.comment),
    text('measure/text', 'Åtgärd', 'Measure', entry.measure?.text),
    text('measure/responsible', 'Ansvarig för åtgärden', 'Responsible for the measure', entry.measure?.responsible),
    {
      field: `${prefix}measure/dueOn`,
      label: { sv: `Åtgärden klar${when.sv}`, en: `Measure due${when.en}` },
      kind: 'choice',
      text: dayInWords(entry.measure?.dueOn ?? null),
      provenance: entry.provenance,
    },
  ];
}
