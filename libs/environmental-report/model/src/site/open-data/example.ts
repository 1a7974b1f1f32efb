import { PublishedReport } from '../../published-report.js';
import { type PublishedVersion, reportSite, type ReportSite } from '../report-site.js';

const made = { provenance: 'illustrative', sourceKey: null } as const;
const hash = (sign: string): string => sign.repeat(64);

/** A report as small as one can be; all of it is made up. */
const exampleReport = (): PublishedReport =>
  PublishedReport.parse({
    schemaVersion: 1,
    slug: 'exempelrapport-kvartal-3-2024',
    title: { sv: 'Exempelrapport kvartal 3 2024', en: 'Example report quarter 3 2024' },
    kind: 'period',
    period: '2024-Q3',
    periodText: { sv: 'kvartal 3 2024', en: 'quarter 3 2024' },
    start: '2024-07-01',
    end: '2024-09-30',
    version: 2,
    correction: { reason: 'Ett tal var fel avskrivet.', date: '2024-11-04', ofVersion: 1 },
    publishedAt: '2024-11-04T09:00:00.000Z',
    publishedOn: { date: '2024-11-04', sv: '4 november 2024', en: '4 November 2024' },
    plan: {
      slug: 'exempelplan',
      title: 'Exempelplan 2021–2025',
      language: 'sv',
      organisation: 'Exempelmyndigheten',
      contact: 'miljo@example.org',
      decidedBy: 'Exempelnämnden',
      start: '2021-01-01',
      end: '2025-12-31',
      ...made,
    },
    foreword: '',
    goals: [{ slug: 'minskad-klimatpaverkan', number: 1, title: 'Minskad klimatpåverkan', ...made }],
    drivers: [{ slug: 'agenda-2030', kind: 'international', title: 'Agenda 2030', ...made }],
    climateGoals: [{ year: 2030, text: 'Utsläppen har halverats.', ...made }],
    verdictScale: [{ code: 'largely', label: { sv: 'Till stor del enligt plan', en: 'Largely according to plan' } }],
    order: ['resor'],
    areas: [
      {
        slug: 'resor',
        number: 1,
        title: 'Resor',
        aim: { text: 'Resor sker utan fossila bränslen.', ...made },
        goals: ['minskad-klimatpaverkan'],
        department: { title: 'Fastighetsavdelningen', provenance: 'illustrative' },
        reportedFor: '2024-Q3',
        verdict: 'largely',
        verdictExplanation: 'Fler bilar laddas.',
        verdictProvenance: 'illustrative',
        earlierVerdicts: [],
        verdicts: [{ period: '2024-Q3', verdict: 'largely', provenance: 'illustrative' }],
        targets: [
          {
            code: 'R1',
            title: 'Utsläppen från tjänsteresor ska minska med 45 procent.',
            validFrom: '2021-01-01',
            targetYear: 2025,
            targetValue: '220',
            targetValueProvenance: 'illustrative',
            note: null,
            notMeasurableUntil: null,
            indicator: {
              kind: 'numeric',
              name: 'Utsläpp från tjänsteresor',
              unit: 'ton CO2e',
              decimals: 1,
              cadence: 'quarter',
              direction: 'decrease',
              covers: 'rolling_twelve_months',
              yearFrom: 'last',
              yearWeights: null,
              quantityKind: 'level',
              min: '0',
              max: null,
              method: 'Körda kilometer gånger utsläpp per kilometer.',
              breakdown: null,
              baselineYear: 2019,
              baseline: '400.0',
              baselineProvenance: 'illustrative',
              milestones: [{ title: 'Laddplatser vid alla hus', due: '2024-Q4', done: null }],
              ...made,
            },
            answer: {
              period: '2024-Q3',
              assessment: 'on_track',
              values: [{ period: '2024-Q3', value: '261.5', provenance: 'illustrative' }],
              noValueReason: '',
              parts: [],
              comment: 'Fler möten hålls på distans.',
              measure: null,
              provenance: 'illustrative',
            },
            earlierAnswers: [],
            series: [
              { period: '2024-Q2', value: '270.0', provisional: false, ...made },
              {
                period: '2024-Q3',
                value: '261.5',
                provisional: true,
                provenance: 'illustrative',
                sourceKey: 'statistik',
              },
            ],
            caption: { sv: 'Har minskat 35 % sedan 2019', en: 'Has decreased by 35% since 2019' },
            ...made,
          },
        ],
        ...made,
      },
    ],
    gaps: [
      { areaSlug: 'energi', areaTitle: 'Energi', period: '2024-Q3', reason: 'Mätarna byttes ut under kvartalet.' },
    ],
    amendments: [
      {
        date: '2023-05',
        validFrom: '2023-06-01',
        targetCode: 'R1',
        text: 'Målvärdet skärptes.',
        decisionReference: 'EN/23/41',
        ...made,
      },
    ],
    sources: [{ key: 'statistik', title: 'Exempelstatistik', url: 'https://example.org/statistik' }],
    comparison: null,
    reports: [],
    illustrative: true,
    auditHead: hash('a'),
  });

/** A made-up site: every example in the description of the open data is answered from it. */
export function exampleSite(): ReportSite {
  const report = exampleReport();
  const newest: PublishedVersion = {
    report,
    sha256: hash('c'),
    files: [
      {
        name: 'exempelrapport-kvartal-3-2024-v2.pdf',
        format: 'pdf',
        mediaType: 'application/pdf',
        bytes: 84_211,
        sha256: hash('f'),
      },
    ],
  };
  const first: PublishedVersion = {
    ...newest,
    report: { ...report, version: 1, correction: null, publishedAt: '2024-10-28T09:00:00.000Z' },
    sha256: hash('b'),
  };
  const site = reportSite([newest, first]);
  if (!site) throw new Error('The example is empty');
  return site;
}
