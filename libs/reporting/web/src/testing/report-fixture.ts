import { emptyEntryContent, type Entry, type Report, type ReportSummary } from '@malspar/reporting-model';

const PROVENANCE = { provenance: 'illustrative', sourceKey: null } as const;

/** A quarterly indicator with a year of values around 50, and nothing written yet. */
export function anEntry(change: Partial<Entry> = {}): Entry {
  const periods = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'];
  return {
    targetCode: 'R1',
    version: 1,
    target: {
      validFrom: '2021-01-01',
      title: 'Tjänsteresornas klimatpåverkan har minskat.',
      targetYear: 2025,
      targetValue: '45.0',
      targetValueProvenance: 'illustrative',
      amendmentId: null,
    },
    note: null,
    provenance: 'illustrative',
    indicator: {
      kind: 'numeric',
      name: 'Klimatpåverkan från tjänsteresor',
      unit: 'index (2019 = 100)',
      decimals: 1,
      cadence: 'quarter',
      covers: 'period',
      yearFrom: 'mean',
      quantityKind: 'index',
      direction: 'decrease',
      method: null,
      breakdown: null,
      baselineYear: 2019,
      baseline: '100.0',
      baselineProvenance: 'illustrative',
      milestones: [],
      ...PROVENANCE,
    },
    duePeriods: ['2025-Q4'],
    notMeasurableUntil: null,
    content: emptyEntryContent,
    contentProvenance: 'reported',
    exampleFields: [],
    last: {
      period: '2025-Q3',
      assessment: 'on_track',
      values: [{ period: '2025-Q3', value: '49.7' }],
      noValueReason: '',
      comment: 'Fler möten hölls digitalt.',
      measure: null,
      provenance: 'reported',
    },
    series: periods.map((period, index) => ({
      period,
      value: ['52.0', '51.1', '50.4', '49.7'][index]!,
      provisional: false,
      ...PROVENANCE,
    })),
    updatedAt: null,
    updatedBy: null,
    updatedByYourself: false,
    ...change,
  };
}

/** A draft of one target for 2025-Q4 that the reader may write in. */
export function aReport(change: Partial<Report> = {}): Report {
  return {
    ...aSummary(),
    version: 1,
    planTitle: 'Miljöplan',
    department: 'Regional utveckling',
    responsibles: [],
    canWrite: true,
    entries: [anEntry()],
    verdictContent: { verdict: null, explanation: '' },
    verdictExampleFields: [],
    verdictVersion: 1,
    verdictUpdatedAt: null,
    verdictUpdatedBy: null,
    verdictUpdatedByYourself: false,
    year: null,
    lastVerdict: null,
    checks: [],
    comments: [],
    revision: null,
    ...change,
  };
}

/** The same report as it stands in a list. */
export function aSummary(change: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    period: '2025-Q4',
    focusArea: {
      id: '00000000-0000-4000-8000-000000000901',
      slug: 'resor-och-transporter',
      number: 1,
      title: 'Resor och transporter',
    },
    state: 'draft',
    stateSince: '2026-01-12T08:00:00.000Z',
    dueOn: '2026-01-31',
    daysLeft: 12,
    overdue: false,
    entriesDone: 0,
    entriesTotal: 1,
    commentsLackingReply: 0,
    sentBack: null,
    correction: null,
    verdict: null,
    verdictProvenance: 'reported',
    holders: ['Anna Berg'],
    waitsForMe: 'write',
    available: [],
    ...change,
  };
}
