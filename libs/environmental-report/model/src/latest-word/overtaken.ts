import { exactDecimal, inBoth, periodText, type Words } from '@malspar/figures-model';
import type { PublishedChange } from '@malspar/publication-model';
import type { PeriodCode, Provenance } from '@malspar/shared-model';
import { plansWordsOf } from '../figures/target-figures.js';
import { fieldsOfEntry } from '../difference/difference-fields.js';
import { differenceOf } from '../difference/difference.js';
import type { PublishedArea, PublishedReport, PublishedTarget } from '../published-report.js';
import { entriesSaid, verdictsSaid } from '../said-over-time.js';
import { assessmentWords, noAssessment, noVerdict } from '../words.js';
import { asItStands } from './as-it-stands.js';
import type { LatestWord } from './latest-word.js';
import type { Reading } from './since-when.js';
import type { Statement } from './statements.js';

/** Something in a frozen report that no longer holds: what it is of, what it was and is, and which version says so. */
export interface Overtaken {
  readonly area: { readonly slug: string; readonly title: string };
  /** Null for what is said of the area as a whole. */
  readonly targetCode: string | null;
  /** The plan's words that may stand in what was overtaken and in its values. */
  readonly plansWords: readonly string[];
  readonly period: PeriodCode;
  /** What was overtaken, with its period. */
  readonly what: Words;
  /** Null for running text, which is told apart on the page of what was changed. */
  readonly values: { readonly was: Words; readonly is: Words } | null;
  /** Whether what it was or what it is has been made up for demonstration. */
  readonly isExample: boolean;
  /** The version that says otherwise. */
  readonly by: {
    readonly period: PeriodCode;
    readonly version: number;
    readonly title: Words;
    readonly publishedAt: string;
    readonly isCorrection: boolean;
  };
}

interface Subject {
  readonly area: Overtaken['area'];
  readonly targetCode: string | null;
  readonly plansWords: readonly string[];
}
interface Found extends Pick<Overtaken, 'period' | 'what' | 'values'> {
  /** Of what stands in the report. */
  readonly provenance: Provenance | undefined;
  /** Null where nothing is said any more. */
  readonly statement: Statement<{ readonly provenance: Provenance }> | null;
  /** What is said of it, and of nothing beside it. */
  readonly read: Reading;
}

const NOTHING: Words = { sv: 'uppgift saknas', en: 'no value' };

/**
 * What of a frozen report has been overtaken since it was published, in its own order: values in its series, what it
 * says of periods within it, verdicts over time and what it was compared with. Empty for a report that holds.
 */
export function overtakenIn(
  report: PublishedReport,
  word: LatestWord,
  all: readonly PublishedReport[],
): readonly Overtaken[] {
  const changed = differenceOf(report, asItStands(report, word));
  const compared = all.find(
    ({ period, version }) => period === report.comparison?.with.period && version === report.comparison.with.version,
  );
  return report.areas.flatMap((area) => {
    const changes = changed.sections.find(({ key }) => key === area.slug);
    const of = { slug: area.slug, title: area.title };
    return [
      ...ofSubject({ area: of, targetCode: null, plansWords: [] }, word, [
        ...(changes?.changes ?? []).map((change) => foundVerdict(change, area, report.period, word)),
        ...verdictsOverTime(report, area, word),
      ]),
      ...area.targets.flatMap((target) =>
        ofSubject({ area: of, targetCode: target.code, plansWords: plansWordsOf(target) }, word, [
          ...(changes?.items.find(({ code }) => code === target.code)?.changes ?? []).map((change) =>
            foundInTarget(change, target, report.period, word),
          ),
          ...comparedAssessment(report, target.code, compared, word),
        ]),
      ),
    ];
  });
}

const ofSubject = (subject: Subject, word: LatestWord, found: readonly Found[]): Overtaken[] =>
  found.flatMap(({ statement, provenance, read, ...what }) => {
    const by = word.sinceWhen(subject.targetCode, read);
    const isExample = provenance === 'illustrative' || statement?.said.provenance === 'illustrative';
    return by ? [{ ...subject, ...what, isExample, by: versionOf(by) }] : [];
  });

const versionOf = ({ period, version, title, publishedAt, correction }: PublishedReport): Overtaken['by'] => ({
  period,
  version,
  title,
  publishedAt,
  isCorrection: correction !== null,
});

/** The fields of a difference are called `series/2024-Q1`, `2024-Q1/comment` or, of the report's own period, `comment`. */
function foundInTarget(change: PublishedChange, target: PublishedTarget, own: PeriodCode, word: LatestWord): Found {
  const [first = '', second = ''] = change.field.split('/');
  const isValue = first === 'series';
  const period = isValue ? second : /^\d{4}/.test(first) ? first : own;
  return {
    ...found(change, period),
    provenance: said(target, period, isValue)?.provenance,
    statement: isValue ? word.point(target.code, period) : word.entry(target.code, period),
    read: isValue ? readPoint(target.code, period) : readEntry(target.code, period, change.field),
  };
}

const readPoint =
  (code: string, period: PeriodCode): Reading =>
  (word) => {
    const value = word.point(code, period)?.said.value ?? null;
    return value === null ? null : exactDecimal(value, 0);
  };

const readEntry =
  (code: string, period: PeriodCode, field: string): Reading =>
  (word) => {
    const entry = word.entry(code, period)?.said;
    const name = field.startsWith(`${period}/`) ? field.slice(period.length + 1) : field;
    return (entry && fieldsOfEntry(entry, '').find((each) => each.field === name)?.text?.sv) ?? null;
  };

const said = (target: PublishedTarget, period: PeriodCode, isValue: boolean) =>
  (isValue ? target.series : entriesSaid(target)).find((each) => each.period === period);

function foundVerdict(change: PublishedChange, area: PublishedArea, own: PeriodCode, word: LatestWord): Found {
  const [, of = own] = change.field.split('/');
  const provenance = verdictsSaid(area).find(({ period }) => period === of)?.provenance;
  const read: Reading = (then) => {
    const said = then.verdict(area.slug, of)?.said;
    return (change.kind === 'text' ? said?.explanation : said?.verdict) ?? null;
  };
  return { ...found(change, of), provenance, statement: word.verdict(area.slug, of), read };
}

function found(
  { label, kind, before, after }: PublishedChange,
  period: PeriodCode,
): Pick<Found, 'period' | 'what' | 'values'> {
  return {
    period,
    what: inBoth((language) => withPeriod(label[language], periodText(period, language))),
    values: kind === 'text' ? null : { was: before ?? NOTHING, is: after ?? NOTHING },
  };
}

const withPeriod = (label: string, period: string): string => (label.includes(period) ? label : `${label}, ${period}`);

/** Verdicts of earlier periods, as the grid over time has them; those that are reported here are compared with the rest. */
function verdictsOverTime(report: PublishedReport, area: PublishedArea, word: LatestWord): Found[] {
  const own = verdictsSaid(area).map(({ period }) => period);
  const label = (verdict: string | null): Words =>
    report.verdictScale.find(({ code }) => code === verdict)?.label ?? noVerdict;
  return word.verdicts(area.slug).flatMap((statement) => {
    const { period, verdict } = statement.said;
    const before = own.includes(period) ? undefined : area.verdicts.find((each) => each.period === period);
    if (!before || before.verdict === verdict) return [];
    const what = inBoth((language) => {
      const name = language === 'sv' ? 'Samlad bedömning' : 'Verdict';
      return `${name} ${periodText(period, language)}`;
    });
    const values = { was: label(before.verdict), is: label(verdict) };
    const read: Reading = (then) =>
      then.verdicts(area.slug).find(({ said }) => said.period === period)?.said.verdict ?? null;
    return [{ period, what, values, provenance: before.provenance, statement, read }];
  });
}

/** The assessment of a year before, that the report's own was compared with. */
function comparedAssessment(
  report: PublishedReport,
  code: string,
  compared: PublishedReport | undefined,
  word: LatestWord,
): Found[] {
  const before = report.comparison?.areas.flatMap(({ targets }) => targets).find((each) => each.code === code);
  const entry = compared?.areas.flatMap(({ targets }) => targets).find((each) => each.code === code)?.answer;
  const period = entry?.period;
  const statement = period === undefined ? null : word.entry(code, period);
  if (!before || period === undefined || !statement) return [];
  const [was, is] = [before.assessment.before, statement.said.assessment];
  if (was === is) return [];
  const label = (assessment: typeof was): Words => (assessment === null ? noAssessment : assessmentWords[assessment]);
  const what = inBoth((language) => {
    const name = language === 'sv' ? 'Målbedömning' : 'Assessment';
    return `${name} ${periodText(period, language)}`;
  });
  const values = { was: label(was), is: label(is) };
  return [
    { period, what, values, provenance: entry?.provenance, statement, read: readEntry(code, period, 'assessment') },
  ];
}
