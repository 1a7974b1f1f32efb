import type { FocusArea, Plan, Target, TargetDetail } from '@malspar/plan-model';
import {
  type AreaResults,
  type Entry,
  entryFields,
  type Fields,
  type PlanResults,
  type Report,
  type ReportDiff,
  type ReportingPeriod,
  type SeriesPoint,
  type TargetEntry,
  type TargetResults,
  verdictFields,
  yearFields,
} from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import { anEntry, aReport } from './report-fixture';

/** What everything in the app says while it is examples through and through, or facts: told apart wherever it stands. */
export interface Marking {
  readonly provenance: 'illustrative' | 'verified';
  /** In every text that a person has written. */
  readonly word: string;
  /** What every number begins with; no axis has a mark like it. */
  readonly first: number;
}

export const EXAMPLES: Marking = { provenance: 'illustrative', word: 'påhittad', first: 700_003 };
export const FACTS: Marking = { provenance: 'verified', word: 'källbelagd', first: 800_003 };
/** An example wherever it stands: its word or one of its values. */
export const EXAMPLE = /påhittad|70\d[\s\u00a0]?\d\d3(?!\d)/;

const PERIODS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'];
const PERIOD = '2025-Q4';
const ID = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** Responses of the API by path, all of them so marked. */
export function markedApi(marking: Marking, { canWrite = false } = {}): Readonly<Record<string, unknown>> {
  const report = markedReport(marking, canWrite);
  const plan = markedPlan(marking, report);
  const [area] = plan.focusAreas;
  const { id, focusArea } = report;
  return {
    periods: [openPeriod],
    reports: { items: [report], page: 1, limit: 100, total: 1 },
    [`reports/${id}`]: report,
    [`reports/${id}/timeline`]: [],
    [`reports/${id}/diff`]: diffOf(report),
    plan,
    results: planResults(marking, report),
    [`focus-areas/${focusArea.slug}`]: area,
    [`focus-areas/${focusArea.slug}/results`]: areaResults(report),
    'targets/R1': targetDetail(plan),
    'targets/R1/results': targetResults(marking, report),
  };
}

const openPeriod: ReportingPeriod = {
  id: ID(9),
  code: PERIOD,
  start: '2025-10-01',
  end: '2025-12-31',
  opensOn: '2026-01-01',
  dueOn: '2026-01-31',
  version: 1,
  state: 'open',
  daysLeft: 12,
};

const examplesOf = (provenance: Provenance, fields: Fields): string[] =>
  provenance === 'illustrative' ? Object.keys(fields) : [];

function markedEntry({ provenance, word, first }: Marking, targetCode: string, place: number): Entry {
  const { target, indicator } = anEntry();
  const at = (nth: number): string => String(first + 100 * place + 10 * nth);
  const said = { assessment: 'uncertain', comment: `Kommentar, ${word}.` } as const;
  const measure = { text: `Åtgärd, ${word}.`, responsible: 'Fastighetschef', dueOn: '2026-03-31' };
  const content = { ...anEntry().content, ...said, values: [{ period: PERIOD, value: at(7) }], measure };
  return anEntry({
    targetCode,
    provenance,
    contentProvenance: provenance,
    exampleFields: examplesOf(provenance, entryFields(content)),
    target: { ...target, targetValue: at(0), targetValueProvenance: provenance },
    indicator: {
      ...indicator,
      unit: 'kg',
      quantityKind: 'level',
      decimals: 0,
      baseline: at(1),
      baselineProvenance: provenance,
      provenance,
    },
    series: PERIODS.map((period, nth): SeriesPoint => ({
      period,
      value: at(2 + nth),
      provisional: false,
      provenance,
      sourceKey: null,
    })),
    content,
    last: {
      ...said,
      period: '2025-Q3',
      values: [{ period: '2025-Q3', value: at(5) }],
      noValueReason: '',
      measure,
      provenance,
    },
  });
}

function markedReport(marking: Marking, canWrite: boolean): Report {
  const { provenance, word } = marking;
  const entries = ['R1', 'R2'].map((code, place) => markedEntry(marking, code, place));
  const targets = entries.map(({ targetCode }) => ({
    targetCode,
    assessment: 'on_track' as const,
    comment: `Årets kommentar, ${word}.`,
  }));
  const verdict = { verdict: 'partly', explanation: `Motivering, ${word}.` } as const;
  return aReport({
    canWrite,
    state: canWrite ? 'draft' : 'submitted',
    entries,
    verdict: 'partly',
    verdictProvenance: provenance,
    verdictContent: verdict,
    verdictExampleFields: examplesOf(provenance, verdictFields(verdict)),
    lastVerdict: { ...verdict, period: '2025-Q3', provenance },
    year: {
      period: '2025',
      version: 1,
      content: { ...verdict, targets },
      verdictProvenance: provenance,
      provenances: { R1: provenance, R2: provenance },
      exampleFields: examplesOf(provenance, yearFields({ ...verdict, targets })),
      last: {
        ...verdict,
        period: '2024',
        verdictProvenance: provenance,
        targets: targets.map((each) => ({ ...each, provenance })),
      },
      updatedAt: null,
      updatedBy: null,
      updatedByYourself: false,
    },
  });
}

const diffOf = ({ entries: [first] }: Report): ReportDiff => ({
  against: { kind: 'period', label: '2025-Q3' },
  entries: [
    {
      targetCode: 'R1',
      title: '',
      weight: 1,
      changes: [
        {
          field: '/values/0',
          before: first?.last?.values[0]?.value ?? null,
          after: first?.content.values[0]?.value ?? null,
        },
      ],
    },
  ],
  unchanged: ['R2'],
});

function markedPlan({ provenance, word }: Marking, report: Report): Plan {
  const origin = { provenance, sourceKey: null };
  const { id: focusAreaId, slug: focusAreaSlug } = report.focusArea;
  const department = { id: ID(21), slug: 'trafik', title: 'Trafik', provenance };
  const targets = report.entries.map((entry, nth): Target => ({
    id: ID(30 + nth),
    code: entry.targetCode,
    focusAreaId,
    focusAreaSlug,
    inForce: entry.target,
    note: null,
    notMeasurableUntil: null,
    indicator: entry.indicator,
    ...origin,
  }));
  const area: FocusArea = {
    ...report.focusArea,
    goalSlugs: ['klimat'],
    goalsProvenance: provenance,
    department,
    longTermAim: { text: `Målsättning, ${word}.`, ...origin },
    targets,
    ...origin,
  };
  return {
    id: ID(20),
    slug: 'plan',
    title: 'Miljöplan',
    language: 'sv',
    organisation: 'Regionen',
    contact: 'miljo@example.org',
    decidedBy: 'Fullmäktige',
    start: '2021-01-01',
    end: '2025-12-31',
    cadence: 'quarter',
    goals: [{ slug: 'klimat', number: 1, title: `Övergripande mål, ${word}`, ...origin }],
    drivers: [{ slug: 'agenda', kind: 'agenda2030', title: `Styrande grund, ${word}`, ...origin }],
    departments: [department],
    focusAreas: [area],
    amendments: [],
    climateGoals: [{ year: 2030, text: `Klimatmål, ${word}.`, baseYear: null, reduction: null, ...origin }],
    verdictScale: [],
    sources: [],
    ...origin,
  };
}

const targetDetail = ({ focusAreas }: Plan): TargetDetail => {
  const target = focusAreas[0]?.targets[0];
  if (!target) throw new Error('the plan has a target');
  return { ...target, versions: [target.inForce], amendments: [], sources: [] };
};

function targetResults({ provenance, first, word }: Marking, { entries: [entry], id }: Report): TargetResults {
  const { last, series = [], target } = entry ?? {};
  if (!last || !target) throw new Error('the target was answered before');
  const shown: TargetEntry = {
    ...last,
    reportId: id,
    state: 'published',
    target: { ...target, targetValue: String(first + 90) },
    parts: [],
  };
  return {
    code: 'R1',
    series,
    entries: [shown],
    years: [{ period: '2024', assessment: 'on_track', comment: `Årets kommentar, ${word}.`, provenance, reportId: id }],
    expectedToday: String(first + 80),
  };
}

const areaResults = ({ entries }: Report): AreaResults => ({
  targets: entries.map(({ targetCode: code, series }) => ({ code, series })),
});

function planResults({ provenance, word }: Marking, { entries, focusArea, id }: Report): PlanResults {
  return {
    periods: [...PERIODS, '2024'],
    verdicts: [...PERIODS, '2024'].map((period) => ({
      focusAreaSlug: focusArea.slug,
      period,
      verdict: 'partly',
      explanation: `Motivering, ${word}.`,
      provenance,
      reportId: id,
    })),
    latest: entries.map(({ targetCode, series }) => ({
      targetCode,
      period: '2025-Q3',
      assessment: 'uncertain',
      value: series.at(-1) ?? null,
      comment: `Kommentar, ${word}.`,
      provenance,
    })),
  };
}
