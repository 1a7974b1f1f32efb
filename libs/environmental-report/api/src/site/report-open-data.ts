import {
  exampleSite,
  type PublishedReport,
  type PublishedReports,
  reportDataAddresses,
  reportDataPath,
  sampleDataPath,
  shownReport,
} from '@malspar/environmental-report-model';
import { canonicalOf } from '@malspar/print-api';
import { type KindOpenData, openLink, type ShownKind } from '@malspar/site-model';
import { reportExamples } from './open-data-examples.js';
import { reportResources, dataSource } from './open-data-resources.js';
import { reportSchemas } from './open-data-schemas.js';

const DESCRIPTION = `Det som är publicerat ur miljöplanen: mål, indikatorer med utfall, bedömningar och rapporter, som öppna data. Ingen nyckel behövs. Tal är text med decimalpunkt, precis som de publicerades. Varje uppgift bär sitt ursprung (\`provenance\`); exempelvärden har \`illustrative\` och då står också en upplysning i \`notice\`. En version av en publikation ändras aldrig.

What has been published of the environmental plan: targets, indicators with figures, assessments and reports, as open data. No key is needed. Numbers are texts with a decimal point, exactly as they were published. Everything carries its \`provenance\`; example values have \`illustrative\`, and then \`notice\` says so. A version of a publication never changes.`;

const LIMITATIONS = `Begränsningar: texter är på planens språk; bara den senaste publikationens områden, mål och indikatorer har egna adresser, äldre finns i sina versioner; sökning och filtrering saknas. Limitations: texts are in the language of the plan; only areas, targets and indicators of the latest publication have addresses of their own, earlier ones are in their versions; there is no search and no filter.`;

/** What the report hands over as open data. */
const reportOpenData: KindOpenData<PublishedReports> = {
  title: { sv: 'Miljöplanens öppna data', en: 'Open data of the environmental plan' },
  summary: 'Published figures and reports of an environmental plan',
  description: DESCRIPTION,
  limitations: LIMITATIONS,
  tags: [
    { name: 'plan', description: 'Plan, areas, targets and indicators as the latest publication has them.' },
    { name: 'publications', description: 'What was published, version by version.' },
  ],
  parameters: {
    slug: { description: 'The area’s name in addresses, as `slug` says.', example: 'resor' },
    code: { description: 'The target’s code. Capital and small letters are alike.', example: 'r1' },
    period: { description: 'The period’s code. Capital and small letters are alike.', example: '2024-q3' },
    version: { description: 'The version’s number, from 1.', example: '2' },
  },
  schemas: reportSchemas,
  resources: reportResources,
  links(at) {
    const { plan, areas, targets, indicators, publications } = reportDataPath;
    return [
      ...(at.published ? [openLink(at, 'plan', plan)] : []),
      openLink(at, 'areas', areas),
      openLink(at, 'targets', targets),
      openLink(at, 'indicators', indicators),
      openLink(at, 'publications', publications),
    ];
  },
  addresses: (published) => reportDataAddresses(published?.site ?? null),
  samplePath: (published) => sampleDataPath(published?.site ?? null),
  example() {
    const site = exampleSite();
    const versions = site.archive.flatMap((publication) => publication.versions);
    return { site, canonical: new Map(versions.map((version) => [version, canonicalOf(version.report).canonical])) };
  },
  examplePaths: { there: reportDataPath.target('r1'), missing: reportDataPath.target('saknas') },
  examples(at) {
    return reportExamples({ ...dataSource(at), site: at.published.site });
  },
};

/** How the environmental report is shown, its open data with it. */
export const reportWithData: ShownKind<PublishedReport, PublishedReports> = {
  ...shownReport,
  openData: reportOpenData,
};
