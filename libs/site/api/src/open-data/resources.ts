import { targetFigures, verdictTable } from '@malspar/environmental-report-api';
import { slugOf } from '@malspar/shared-model';
import { fileStem, type PublishedReport } from '@malspar/environmental-report-model';
import { csvFile } from '@malspar/print-api';
import {
  openApiInfo,
  openArea,
  openAreas,
  type OpenDataSource,
  openIndex,
  openIndicator,
  openPlan,
  openPublication,
  openSeries,
  openTarget,
  openTargets,
  openVersion,
  openVersionSummary,
  type PublishedVersion,
} from '@malspar/site-model';
import type { SchemaName } from './schemas.js';

/** What the parts of an address in braces stand for; everything is in lower case. */
export type Parameters = Readonly<Record<string, string>>;

interface About {
  /** Below `/public/v1`; a word in braces is any one segment. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  /** Whether what is answered can ever become something else. */
  readonly frozen: boolean;
}

/** One address of the open data, or one for each of something: what it is and how it is answered. */
export type Resource = About &
  (
    | { readonly kind: 'item'; readonly schema: SchemaName; readonly of: (at: Place) => object | null }
    | { readonly kind: 'list'; readonly schema: SchemaName; readonly of: (at: Place) => readonly object[] | null }
    | { readonly kind: 'csv'; readonly of: (at: Place) => { readonly name: string; readonly csv: Uint8Array } | null }
    /** A text that was made once and is passed on byte for byte. */
    | { readonly kind: 'json-text'; readonly schema: SchemaName; readonly of: (at: Place) => string | null }
  );

/** What an answer is made from. */
interface Place {
  readonly source: OpenDataSource;
  readonly parameters: Parameters;
  /** The canonical JSON of a version, as it is stored. */
  readonly canonical: (version: PublishedVersion) => string;
}

const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b;
const target = ({ source, parameters }: Place) =>
  openTargets(source).find((held) => same(held.target.code, parameters['code']));
const archive = ({ source }: Place) => source.site?.archive ?? [];
const publication = (at: Place) => archive(at).find(({ period }) => same(period, at.parameters['period']));
const version = (at: Place): PublishedVersion | undefined =>
  publication(at)?.versions.find(({ report }) => String(report.version) === at.parameters['version']);
const when = <T, A>(found: T | undefined, make: (found: T) => A): A | null =>
  found === undefined ? null : make(found);

/** Every address of the open data. The router serves these and no others; the description describes them. */
export const RESOURCES: readonly Resource[] = [
  {
    path: '',
    operationId: 'getIndex',
    summary: 'Where to begin',
    description: 'Links to everything else.',
    frozen: false,
    kind: 'item',
    schema: 'Index',
    of: ({ source }) => openIndex(source),
  },
  {
    path: '/api-info',
    operationId: 'getApiInfo',
    summary: 'About the API',
    description: 'Name, version, status, documentation, publisher and licence.',
    frozen: false,
    kind: 'item',
    schema: 'ApiInfo',
    of: ({ source }) => openApiInfo(source),
  },
  {
    path: '/plan',
    operationId: 'getPlan',
    summary: 'The plan',
    description: 'The plan with goals, scales and amendments, as the latest publication has it.',
    frozen: false,
    kind: 'item',
    schema: 'Plan',
    of: ({ source }) => openPlan(source),
  },
  {
    path: '/areas',
    operationId: 'listAreas',
    summary: 'Every focus area',
    description: 'Focus areas with their verdicts, in the order of the latest publication.',
    frozen: false,
    kind: 'list',
    schema: 'Area',
    of: ({ source }) => openAreas(source).flatMap((area) => openArea(source, area) ?? []),
  },
  {
    path: '/areas/{slug}',
    operationId: 'getArea',
    summary: 'A focus area',
    description: 'One focus area with aim, department and every verdict.',
    frozen: false,
    kind: 'item',
    schema: 'Area',
    of: (at) =>
      when(
        openAreas(at.source).find(({ slug }) => same(slug, at.parameters['slug'])),
        (area) => openArea(at.source, area),
      ),
  },
  {
    path: '/targets',
    operationId: 'listTargets',
    summary: 'Every target',
    description: 'Targets with what was last reported of them, in the order of the latest publication.',
    frozen: false,
    kind: 'list',
    schema: 'Target',
    of: ({ source }) => openTargets(source).map((held) => openTarget(source, held)),
  },
  {
    path: '/targets/{code}',
    operationId: 'getTarget',
    summary: 'A target',
    description: 'One target with answers, amendments and the versions that hold it.',
    frozen: false,
    kind: 'item',
    schema: 'Target',
    of: (at) => when(target(at), (held) => openTarget(at.source, held)),
  },
  {
    path: '/indicators',
    operationId: 'listIndicators',
    summary: 'Every indicator with its figures',
    description: 'Indicators with baseline, target value and every figure.',
    frozen: false,
    kind: 'list',
    schema: 'Indicator',
    of: ({ source }) => openTargets(source).map((held) => openIndicator(source, held)),
  },
  {
    path: '/indicators/{code}',
    operationId: 'getIndicator',
    summary: 'An indicator with its figures',
    description: 'What is measured for a target. The code is the target’s own and stays the same.',
    frozen: false,
    kind: 'item',
    schema: 'Indicator',
    of: (at) => when(target(at), (held) => openIndicator(at.source, held)),
  },
  {
    path: '/indicators/{code}/series',
    operationId: 'getSeries',
    summary: 'An indicator’s figures alone',
    description: 'Every figure, oldest first, each from the newest version that reports it.',
    frozen: false,
    kind: 'item',
    schema: 'Series',
    of: (at) => when(target(at), (held) => openSeries(at.source, held)),
  },
  {
    path: '/indicators/{code}/series.csv',
    operationId: 'getSeriesCsv',
    summary: 'An indicator’s figures as CSV',
    description: 'RFC 4180, UTF-8, comma, decimal point, a first row with names.',
    frozen: false,
    kind: 'csv',
    of: (at) => when(target(at), (held) => figuresOf(held.version.report, held.target.code)),
  },
  {
    path: '/publications',
    operationId: 'listPublications',
    summary: 'Everything published',
    description: 'Publications with their versions, latest period first.',
    frozen: false,
    kind: 'list',
    schema: 'Publication',
    of: (at) => archive(at).flatMap((each) => openPublication(at.source, each) ?? []),
  },
  {
    path: '/publications/{period}',
    operationId: 'getPublication',
    summary: 'What was published for a period',
    description: 'A period’s publication; the first of its versions is the one that holds.',
    frozen: false,
    kind: 'item',
    schema: 'Publication',
    of: (at) => when(publication(at), (found) => openPublication(at.source, found)),
  },
  {
    path: '/publications/{period}/versions',
    operationId: 'listVersions',
    summary: 'A publication’s versions',
    description: 'Newest first.',
    frozen: false,
    kind: 'list',
    schema: 'VersionSummary',
    of: (at) => when(publication(at), ({ versions }) => versions.map((each) => openVersionSummary(at.source, each))),
  },
  {
    path: '/publications/{period}/versions/{version}',
    operationId: 'getVersion',
    summary: 'A version',
    description: 'Hash, reason if it is a correction, files with address, size and SHA-256. It never changes.',
    frozen: true,
    kind: 'item',
    schema: 'Version',
    of: (at) => when(version(at), (found) => openVersion(at.source, found)),
  },
  {
    path: '/publications/{period}/versions/{version}/report',
    operationId: 'getReport',
    summary: 'A version’s frozen JSON',
    description:
      'The canonical JSON (RFC 8785) that page, PDF, workbook and CSV were made from, byte for byte: the SHA-256 of what is answered is the version’s `sha256`.',
    frozen: true,
    kind: 'json-text',
    schema: 'Report',
    of: (at) => when(version(at), at.canonical),
  },
  {
    path: '/publications/{period}/versions/{version}/targets/{code}.csv',
    operationId: 'getVersionTargetCsv',
    summary: 'A target’s figures in a version, as CSV',
    description: 'RFC 4180, UTF-8, comma, decimal point, a first row with names. It never changes.',
    frozen: true,
    kind: 'csv',
    of: (at) => {
      const found = version(at);
      const figures = found && figuresOf(found.report, at.parameters['code']);
      return figures ? { name: `${fileStem(found.report)}-${figures.name}`, csv: figures.csv } : null;
    },
  },
  {
    path: '/publications/{period}/versions/{version}/verdicts.csv',
    operationId: 'getVersionVerdictsCsv',
    summary: 'Every verdict in a version, as CSV',
    description: 'Areas and periods, oldest first. RFC 4180, as the others. It never changes.',
    frozen: true,
    kind: 'csv',
    of: (at) =>
      when(version(at), (found) => ({
        name: `${fileStem(found.report)}-samlad-bedomning.csv`,
        csv: csvFile(verdictTable(found.report), 'rfc4180'),
      })),
  },
];

/** A target's figures as the report has them; null where it has no such target. */
function figuresOf(report: PublishedReport, wanted: string | undefined): { name: string; csv: Uint8Array } | null {
  for (const area of report.areas) {
    const held = area.targets.find(({ code }) => same(code, wanted?.toLowerCase()));
    if (held) {
      const csv = csvFile(targetFigures(report, area, held), 'rfc4180');
      return { name: `mal-${slugOf(held.code)}-utfall.csv`, csv };
    }
  }
  return null;
}
