import {
  entriesSaid,
  assessmentWords,
  cadenceWords,
  captionOrigin,
  provenanceWords,
  type PublishedEntry,
  type PublishedReport,
  verdictsSaid,
} from '@malspar/environmental-report-model';
import { coversWords, periodText, quantityKindWords, type Words, yearFromWords } from '@malspar/figures-model';
import { type Cell, type Table, tableOf } from '@malspar/print-api';
import type { Decimal, Provenance } from '@malspar/shared-model';

type Area = PublishedReport['areas'][number];
type Target = Area['targets'][number];
interface OfTarget {
  readonly area: Area;
  readonly target: Target;
}

const sv = (words: Words | null | undefined): string | null => words?.sv ?? null;
const number = (value: Decimal | null): Cell => (value === null ? null : { number: value });
const origin = (provenance: Provenance | null): string | null => provenance && provenanceWords[provenance].sv;

/** Every table of a report, in the order they are shown. */
export function tablesOf(report: PublishedReport): Table[] {
  const targets = report.areas.flatMap((area) => area.targets.map((target): OfTarget => ({ area, target })));
  return [areas(report), targetTable(targets), values(report, targets), measures(targets), amendments(report)];
}

function areas(report: PublishedReport): Table {
  const scale = new Map(report.verdictScale.map((each) => [each.code, each.label]));
  const goals = new Map(report.goals.map((goal) => [goal.slug, goal.title]));
  const rows = report.areas.flatMap((area) => verdictsSaid(area).map((said) => ({ area, ...said })));
  return tableOf('areas', 'Målområden', rows, [
    { key: 'areaNumber', title: 'Nr', width: 5, cell: ({ area }) => number(String(area.number)) },
    { key: 'area', title: 'Målområde', width: 32, cell: ({ area }) => area.title },
    { key: 'period', title: 'Period', width: 10, cell: ({ period }) => period },
    { key: 'verdictCode', title: 'Bedömningskod', width: 14, cell: ({ verdict }) => verdict },
    { key: 'verdict', title: 'Samlad bedömning', width: 26, cell: ({ verdict }) => sv(verdict && scale.get(verdict)) },
    { key: 'explanation', title: 'Förklaring', width: 60, cell: ({ explanation }) => explanation },
    { key: 'verdictProvenance', title: 'Bedömningens ursprung', width: 20, cell: (row) => origin(row.provenance) },
    { key: 'department', title: 'Verksamhet', width: 24, cell: ({ area }) => area.department.title },
    {
      key: 'goals',
      title: 'Övergripande mål',
      width: 50,
      cell: ({ area }) => area.goals.map((slug) => goals.get(slug) ?? slug).join('; '),
    },
    { key: 'longTermAim', title: 'Långsiktig målsättning', width: 60, cell: ({ area }) => area.aim.text },
    {
      key: 'aimProvenance',
      title: 'Målsättningens ursprung',
      width: 20,
      cell: ({ area }) => origin(area.aim.provenance),
    },
  ]);
}

function targetTable(targets: readonly OfTarget[]): Table {
  const rows = targets.flatMap(({ area, target }) => entriesSaid(target).map((entry) => ({ area, target, entry })));
  return tableOf('targets', 'Mål', rows, [
    { key: 'area', title: 'Målområde', width: 32, cell: ({ area }) => area.title },
    { key: 'targetCode', title: 'Mål', width: 7, cell: ({ target }) => target.code },
    { key: 'target', title: 'Målets lydelse', width: 60, cell: ({ target }) => target.title },
    { key: 'targetProvenance', title: 'Målets ursprung', width: 18, cell: ({ target }) => origin(target.provenance) },
    { key: 'indicator', title: 'Indikator', width: 40, cell: ({ target }) => target.indicator.name },
    { key: 'unit', title: 'Enhet', width: 20, cell: ({ target }) => target.indicator.unit },
    { key: 'cadence', title: 'Mäts per', width: 10, cell: ({ target }) => sv(cadenceWords[target.indicator.cadence]) },
    {
      key: 'covers',
      title: 'Ett värde gäller',
      width: 24,
      cell: ({ target: { indicator } }) => stated(coversWords, indicator.covers),
    },
    {
      key: 'yearFrom',
      title: 'Årets värde är',
      width: 24,
      cell: ({ target: { indicator } }) => stated(yearFromWords, indicator.yearFrom),
    },
    {
      key: 'quantityKind',
      title: 'Det som mäts är',
      width: 24,
      cell: ({ target: { indicator } }) => stated(quantityKindWords, indicator.quantityKind),
    },
    { key: 'baselineYear', title: 'Basår', width: 7, cell: ({ target }) => year(target.indicator.baselineYear) },
    { key: 'baseline', title: 'Utgångsvärde', width: 13, cell: ({ target }) => number(target.indicator.baseline) },
    {
      key: 'baselineProvenance',
      title: 'Utgångsvärdets ursprung',
      width: 20,
      cell: ({ target }) => origin(target.indicator.baselineProvenance),
    },
    { key: 'targetYear', title: 'Målår', width: 7, cell: ({ target }) => year(target.targetYear) },
    { key: 'targetValue', title: 'Målvärde', width: 10, cell: ({ target }) => number(target.targetValue) },
    {
      key: 'targetValueProvenance',
      title: 'Målvärdets ursprung',
      width: 18,
      cell: ({ target }) => origin(target.targetValueProvenance),
    },
    { key: 'period', title: 'Period', width: 10, cell: ({ entry }) => entry.period },
    { key: 'assessmentCode', title: 'Bedömningskod', width: 14, cell: ({ entry }) => entry.assessment },
    {
      key: 'assessment',
      title: 'Målbedömning',
      width: 16,
      cell: ({ entry }) => sv(entry.assessment && assessmentWords[entry.assessment]),
    },
    { key: 'comment', title: 'Kommentar', width: 60, cell: ({ entry }) => entry.comment },
    { key: 'noValueReason', title: 'Varför utfall saknas', width: 40, cell: ({ entry }) => entry.noValueReason },
    { key: 'parts', title: 'Delar', width: 40, cell: ({ entry }) => partsOf(entry) },
    {
      key: 'answerProvenance',
      title: 'Redovisningens ursprung',
      width: 20,
      cell: ({ entry }) => origin(entry.provenance),
    },
    { key: 'finding', title: 'Vad siffrorna visar', width: 60, cell: ({ target }) => target.caption.sv },
    {
      key: 'findingProvenance',
      title: 'Ursprung för vad siffrorna visar',
      width: 20,
      cell: ({ target }) => origin(captionOrigin(target)),
    },
    { key: 'milestones', title: 'Delmål', width: 50, cell: ({ target }) => milestonesOf(target) },
  ]);
}

/** The words of what is stated; an empty cell where nothing is. */
const stated = <Key extends string>(words: Readonly<Record<Key, Words>>, key: Key | null | undefined): Cell =>
  sv(key && words[key]);

const year = (value: number | null): Cell => (value === null ? null : { number: String(value) });

const partsOf = (entry: PublishedEntry): string =>
  entry.parts.map(({ label, value }) => `${label}: ${value.replace('.', ',')}`).join('; ');

const milestonesOf = (target: Target): string =>
  target.indicator.milestones
    .map(
      ({ title, due, done }) =>
        `${title}: ${done ? `klart ${periodText(done, 'sv')}` : `till ${periodText(due, 'sv')}`}`,
    )
    .join('; ');

function values(report: PublishedReport, targets: readonly OfTarget[]): Table {
  const sources = new Map(report.sources.map((source) => [source.key, `${source.title}, ${source.url}`]));
  const rows = targets.flatMap(({ area, target }) => target.series.map((point) => ({ area, target, point })));
  return tableOf('figures', 'Utfall', rows, [
    { key: 'area', title: 'Målområde', width: 32, cell: ({ area }) => area.title },
    { key: 'targetCode', title: 'Mål', width: 7, cell: ({ target }) => target.code },
    { key: 'indicator', title: 'Indikator', width: 40, cell: ({ target }) => target.indicator.name },
    { key: 'unit', title: 'Enhet', width: 20, cell: ({ target }) => target.indicator.unit },
    { key: 'period', title: 'Period', width: 10, cell: ({ point }) => point.period },
    { key: 'value', title: 'Utfall', width: 12, cell: ({ point }) => number(point.value) },
    { key: 'provisional', title: 'Preliminärt', width: 11, cell: ({ point }) => ({ isSo: point.provisional }) },
    { key: 'provenance', title: 'Uppgiftens ursprung', width: 18, cell: ({ point }) => origin(point.provenance) },
    {
      key: 'source',
      title: 'Källa',
      width: 60,
      cell: ({ point }) => (point.sourceKey && sources.get(point.sourceKey)) ?? null,
    },
  ]);
}

/** One target's figures, as the table of all of them has them. */
export const targetValues = (report: PublishedReport, area: Area, target: Target): Table =>
  values(report, [{ area, target }]);

/** Every area's verdicts up to and with the period, oldest first. */
export function verdictTable(report: PublishedReport): Table {
  const scale = new Map(report.verdictScale.map((each) => [each.code, each.label]));
  const rows = report.areas.flatMap((area) => area.verdicts.map((each) => ({ area, ...each })));
  return tableOf('verdicts', 'Samlade bedömningar', rows, [
    { key: 'area', title: 'Målområde', width: 32, cell: ({ area }) => area.title },
    { key: 'period', title: 'Period', width: 10, cell: ({ period }) => period },
    { key: 'verdictCode', title: 'Bedömningskod', width: 14, cell: ({ verdict }) => verdict },
    { key: 'verdict', title: 'Samlad bedömning', width: 26, cell: ({ verdict }) => sv(verdict && scale.get(verdict)) },
    { key: 'provenance', title: 'Uppgiftens ursprung', width: 18, cell: ({ provenance }) => origin(provenance) },
  ]);
}

function measures(targets: readonly OfTarget[]): Table {
  const rows = targets.flatMap(({ area, target }) =>
    entriesSaid(target).flatMap(({ period, measure, provenance }) =>
      measure ? [{ area, target, period, measure, provenance }] : [],
    ),
  );
  return tableOf('measures', 'Åtgärder', rows, [
    { key: 'area', title: 'Målområde', width: 32, cell: ({ area }) => area.title },
    { key: 'targetCode', title: 'Mål', width: 7, cell: ({ target }) => target.code },
    { key: 'period', title: 'Period', width: 10, cell: ({ period }) => period },
    { key: 'measure', title: 'Åtgärd', width: 60, cell: ({ measure }) => measure.text },
    { key: 'responsible', title: 'Ansvarig', width: 24, cell: ({ measure }) => measure.responsible },
    { key: 'dueOn', title: 'Klar senast', width: 12, cell: ({ measure }) => measure.dueOn },
    { key: 'provenance', title: 'Uppgiftens ursprung', width: 18, cell: ({ provenance }) => origin(provenance) },
  ]);
}

function amendments(report: PublishedReport): Table {
  return tableOf('amendments', 'Ändringar', report.amendments, [
    { key: 'validFrom', title: 'Gäller från', width: 12, cell: (amendment) => amendment.validFrom },
    { key: 'targetCode', title: 'Mål', width: 14, cell: (amendment) => amendment.targetCode ?? 'hela planen' },
    { key: 'text', title: 'Ändring', width: 70, cell: (amendment) => amendment.text },
    { key: 'decisionReference', title: 'Beslut', width: 20, cell: (amendment) => amendment.decisionReference },
    { key: 'provenance', title: 'Uppgiftens ursprung', width: 18, cell: (amendment) => origin(amendment.provenance) },
  ]);
}
