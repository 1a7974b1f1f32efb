import { slugOf } from '@malspar/shared-model';
import {
  fileStem,
  openArea,
  openAreas,
  openIndicator,
  openPlan,
  openPublication,
  openSeries,
  openTarget,
  openTargets,
  openVersion,
  openVersionSummary,
  type PublishedReport,
  type PublishedReports,
  type PublishedVersion,
  type ReportDataSource,
} from '@malspar/environmental-report-model';
import { csvFile } from '@malspar/print-api';
import type { OpenDataPlace, OpenResource } from '@malspar/site-model';
import { targetValues, verdictTable } from '../print/tables.js';

type Place = OpenDataPlace<PublishedReports>;

/** What the answers are made from. */
export const dataSource = ({ published, origin }: Omit<Place, 'parameters'>): ReportDataSource => ({
  site: published?.site ?? null,
  origin,
});

const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b;
const target = (at: Place) => openTargets(dataSource(at)).find((held) => same(held.target.code, at.parameters['code']));
const archive = ({ published }: Place) => published?.site.archive ?? [];
const publication = (at: Place) => archive(at).find(({ period }) => same(period, at.parameters['period']));
const version = (at: Place): PublishedVersion | undefined =>
  publication(at)?.versions.find(({ report }) => String(report.version) === at.parameters['version']);
const when = <T, A>(found: T | undefined, make: (found: T) => A): A | null =>
  found === undefined ? null : make(found);

/** Every address of the report's open data. */
export const reportResources: readonly OpenResource<PublishedReports>[] = [
  {
    path: '/plan',
    operationId: 'getPlan',
    summary: 'The plan',
    description: 'The plan with goals, scales and amendments, as the latest publication has it.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Plan',
    of: (at) => openPlan(dataSource(at)),
  },
  {
    path: '/areas',
    operationId: 'listAreas',
    summary: 'Every focus area',
    description: 'Focus areas with their verdicts, in the order of the latest publication.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: false,
    kind: 'list',
    schema: 'Area',
    of: (at) => openAreas(dataSource(at)).flatMap((area) => openArea(dataSource(at), area) ?? []),
  },
  {
    path: '/areas/{slug}',
    operationId: 'getArea',
    summary: 'A focus area',
    description: 'One focus area with aim, department and every verdict.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Area',
    of: (at) =>
      when(
        openAreas(dataSource(at)).find(({ slug }) => same(slug, at.parameters['slug'])),
        (area) => openArea(dataSource(at), area),
      ),
  },
  {
    path: '/targets',
    operationId: 'listTargets',
    summary: 'Every target',
    description: 'Targets with what was last reported of them, in the order of the latest publication.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: false,
    kind: 'list',
    schema: 'Target',
    of: (at) => openTargets(dataSource(at)).map((held) => openTarget(dataSource(at), held)),
  },
  {
    path: '/targets/{code}',
    operationId: 'getTarget',
    summary: 'A target',
    description: 'One target with answers, amendments and the versions that hold it.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Target',
    of: (at) => when(target(at), (held) => openTarget(dataSource(at), held)),
  },
  {
    path: '/indicators',
    operationId: 'listIndicators',
    summary: 'Every indicator with its figures',
    description: 'Indicators with baseline, target value and every figure.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: false,
    kind: 'list',
    schema: 'Indicator',
    of: (at) => openTargets(dataSource(at)).map((held) => openIndicator(dataSource(at), held)),
  },
  {
    path: '/indicators/{code}',
    operationId: 'getIndicator',
    summary: 'An indicator with its figures',
    description: 'What is measured for a target. The code is the target’s own and stays the same.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Indicator',
    of: (at) => when(target(at), (held) => openIndicator(dataSource(at), held)),
  },
  {
    path: '/indicators/{code}/series',
    operationId: 'getSeries',
    summary: 'An indicator’s figures alone',
    description: 'Every figure, oldest first, each from the newest version that reports it.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Series',
    of: (at) => when(target(at), (held) => openSeries(dataSource(at), held)),
  },
  {
    path: '/indicators/{code}/series.csv',
    operationId: 'getSeriesCsv',
    summary: 'An indicator’s figures as CSV',
    description: 'RFC 4180, UTF-8, comma, decimal point, a first row with names.',
    frozen: false,
    tag: 'plan',
    mayBeMissing: true,
    kind: 'csv',
    of: (at) => when(target(at), (held) => valuesOf(held.version.report, held.target.code)),
  },
  {
    path: '/publications',
    operationId: 'listPublications',
    summary: 'Everything published',
    description: 'Publications with their versions, latest period first.',
    frozen: false,
    tag: 'publications',
    mayBeMissing: false,
    kind: 'list',
    schema: 'Publication',
    of: (at) => archive(at).flatMap((each) => openPublication(dataSource(at), each) ?? []),
  },
  {
    path: '/publications/{period}',
    operationId: 'getPublication',
    summary: 'What was published for a period',
    description: 'A period’s publication; the first of its versions is the one that holds.',
    frozen: false,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Publication',
    of: (at) => when(publication(at), (found) => openPublication(dataSource(at), found)),
  },
  {
    path: '/publications/{period}/versions',
    operationId: 'listVersions',
    summary: 'A publication’s versions',
    description: 'Newest first.',
    frozen: false,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'list',
    schema: 'VersionSummary',
    of: (at) =>
      when(publication(at), ({ versions }) => versions.map((each) => openVersionSummary(dataSource(at), each))),
  },
  {
    path: '/publications/{period}/versions/{version}',
    operationId: 'getVersion',
    summary: 'A version',
    description: 'Hash, reason if it is a correction, files with address, size and SHA-256. It never changes.',
    frozen: true,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'item',
    schema: 'Version',
    of: (at) => when(version(at), (found) => openVersion(dataSource(at), found)),
  },
  {
    path: '/publications/{period}/versions/{version}/report',
    operationId: 'getReport',
    summary: 'A version’s frozen JSON',
    description:
      'The canonical JSON (RFC 8785) that page, PDF, workbook and CSV were made from, byte for byte: the SHA-256 of what is answered is the version’s `sha256`.',
    frozen: true,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'json-text',
    schema: 'Report',
    of: (at) => when(version(at), (found) => at.published?.canonical.get(found) ?? null),
  },
  {
    path: '/publications/{period}/versions/{version}/targets/{code}.csv',
    operationId: 'getVersionTargetCsv',
    summary: 'A target’s figures in a version, as CSV',
    description: 'RFC 4180, UTF-8, comma, decimal point, a first row with names. It never changes.',
    frozen: true,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'csv',
    of: (at) => {
      const found = version(at);
      const values = found && valuesOf(found.report, at.parameters['code']);
      return values ? { name: `${fileStem(found.report)}-${values.name}`, csv: values.csv } : null;
    },
  },
  {
    path: '/publications/{period}/versions/{version}/verdicts.csv',
    operationId: 'getVersionVerdictsCsv',
    summary: 'Every verdict in a version, as CSV',
    description: 'Areas and periods, oldest first. RFC 4180, as the others. It never changes.',
    frozen: true,
    tag: 'publications',
    mayBeMissing: true,
    kind: 'csv',
    of: (at) =>
      when(version(at), (found) => ({
        name: `${fileStem(found.report)}-samlad-bedomning.csv`,
        csv: csvFile(verdictTable(found.report), 'rfc4180'),
      })),
  },
];

/** A target's figures as the report has them; null where it has no such target. */
function valuesOf(report: PublishedReport, wanted: string | undefined): { name: string; csv: Uint8Array } | null {
  for (const area of report.areas) {
    const held = area.targets.find(({ code }) => same(code, wanted?.toLowerCase()));
    if (held) {
      const csv = csvFile(targetValues(report, area, held), 'rfc4180');
      return { name: `mal-${slugOf(held.code)}-utfall.csv`, csv };
    }
  }
  return null;
}
