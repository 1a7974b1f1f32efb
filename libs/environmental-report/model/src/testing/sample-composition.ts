import type { CheckedPlan, Indicator, Plan, TargetVersion } from '@malspar/plan-model';
import {
  emptyEntryContent,
  type EntryContent,
  type PlanResults,
  Verdict,
  yearJudgedIn,
} from '@malspar/reporting-model';
import { comparePeriods, parsePeriod, type PeriodCode, periodsEndingWithin, valuePeriods } from '@malspar/shared-model';
import type { ApprovedReport, Composition } from '../composing/composition.js';
import { latestWord } from '../latest-word/index.js';

type CheckedTarget = CheckedPlan['focusAreas'][number]['targets'][number];

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const hashOf = (n: number): string => n.toString(16).padStart(64, '0');

/**
 * A composition out of a plan's own histories, as if every target had been reported: for specs and for looking at the
 * layout without a database. The words are made up; the figures are the plan's.
 */
export function sampleComposition(
  file: CheckedPlan,
  period: PeriodCode,
  change: Partial<Composition> = {},
): Composition {
  const plan = samplePlan(file);
  const { start, end } = parsePeriod(period);
  const periods = periodsEndingWithin(start, end, plan.cadence).map((each) => each.code);
  return {
    plan,
    period,
    version: 1,
    correction: null,
    title: null,
    foreword: `Det här är vår uppföljning av ${plan.title}.\n\nArbetet fortsätter.`,
    order: [],
    gaps: [],
    reports: periods.flatMap((each) => sampleReports(file, plan, each)),
    series: sampleSeries(file),
    verdicts: sampleVerdicts(file, plan),
    before: null,
    word: latestWord([]),
    auditHead: hashOf(0xabc),
    publishedAt: new Date('2026-02-14T23:30:00Z'),
    ...change,
  };
}

function samplePlan(file: CheckedPlan): Plan {
  const sourced = ({ provenance, source }: CheckedPlan['plan']) => ({ provenance, sourceKey: source });
  const origin = sourced(file.plan);
  return {
    id: uuid(1),
    slug: file.plan.slug,
    title: file.plan.title,
    language: file.plan.language,
    organisation: file.plan.organisation,
    contact: file.plan.contact,
    decidedBy: file.plan.decidedBy,
    start: file.plan.start,
    end: file.plan.end,
    cadence: file.plan.reporting.cadence,
    goals: file.overarchingGoals.map((goal) => ({ ...goal, sourceKey: goal.source })),
    drivers: file.drivers.map((driver) => ({ ...driver, sourceKey: driver.source })),
    departments: [],
    focusAreas: file.focusAreas.map((area) => ({
      id: uuid(100 + area.number),
      slug: area.slug,
      number: area.number,
      title: area.title,
      goalSlugs: [...area.goals],
      goalsProvenance: area.goalsProvenance,
      department: {
        id: uuid(200),
        slug: area.department,
        title: file.departments.find((each) => each.slug === area.department)?.title ?? area.department,
        provenance: 'illustrative' as const,
      },
      longTermAim: {
        text: area.longTermAim.text,
        provenance: area.longTermAim.provenance,
        sourceKey: area.longTermAim.source,
      },
      targets: area.targets.map((target, index) => ({
        id: uuid(1000 * area.number + index),
        code: target.code,
        focusAreaId: uuid(100 + area.number),
        focusAreaSlug: area.slug,
        inForce: targetVersion(file, target),
        note: target.note,
        notMeasurableUntil: target.notMeasurableUntil,
        indicator: indicatorOf(target),
        provenance: target.provenance,
        sourceKey: target.source,
      })),
      provenance: area.provenance,
      sourceKey: area.source,
    })),
    amendments: file.plan.amendments.map(({ date, validFrom, text, decisionReference, provenance, source }, index) => ({
      id: uuid(300 + index),
      targetCode: null,
      date,
      validFrom,
      text,
      decisionReference,
      provenance,
      sourceKey: source,
    })),
    climateGoals: file.climateGoals.map((goal) => ({ ...goal, sourceKey: goal.source })),
    verdictScale: [...file.verdicts.scale],
    sources: [...file.sources],
    ...origin,
  };
}

function targetVersion(file: CheckedPlan, { title, indicator }: CheckedTarget): TargetVersion {
  const numeric = indicator.kind === 'numeric' ? indicator : null;
  return {
    validFrom: file.plan.start,
    title,
    targetYear: parsePeriod(file.plan.end.slice(0, 4)).year,
    targetValue: numeric?.target ?? null,
    targetValueProvenance: numeric?.targetOrigin.provenance ?? null,
    amendmentId: null,
  };
}

function indicatorOf({ indicator }: CheckedTarget): Indicator {
  const { kind, name, unit, decimals, cadence, direction, method, provenance, source } = indicator;
  const numeric = indicator.kind === 'numeric' ? indicator : null;
  return {
    kind,
    name,
    unit,
    decimals,
    cadence,
    direction,
    method,
    covers: numeric?.covers,
    yearFrom: numeric?.yearFrom,
    yearWeights: numeric?.yearWeights && [...numeric.yearWeights],
    quantityKind: numeric?.quantityKind,
    min: numeric?.min,
    max: numeric?.max,
    breakdown: numeric?.breakdown ?? null,
    baselineYear: numeric?.baselineYear ?? null,
    baseline: numeric?.baseline ?? null,
    baselineProvenance: numeric?.baselineOrigin.provenance ?? null,
    milestones: indicator.kind === 'milestone' ? [...indicator.milestones] : [],
    provenance,
    sourceKey: source,
  };
}

function sampleReports(file: CheckedPlan, plan: Plan, period: PeriodCode): ApprovedReport[] {
  return file.focusAreas.map((area, place) => ({
    sha256: hashOf(1 + place + 1000 * Number(period.replace(/\D/g, ''))),
    approvedOn: parsePeriod(period).end,
    content: {
      plan: { slug: plan.slug, title: plan.title },
      period,
      focusArea: { slug: area.slug, title: area.title },
      revision: 1,
      verdict: {
        verdict: verdictOf(period, place),
        explanation: `Arbetet med ${area.title.toLocaleLowerCase('sv')} går framåt, men inte i alla delar.`,
      },
      verdictProvenance: 'illustrative',
      entries: area.targets.map((target) => ({
        targetCode: target.code,
        target: targetVersion(file, target),
        indicator: indicatorOf(target),
        content: entryOf(target, period),
        provenance: 'illustrative',
      })),
      ...yearOf(area, period, place),
    },
  }));
}

// The year's is never that of its last period, so that the one taken for the other is seen.
function verdictOf(period: PeriodCode, place: number): Verdict {
  const { cadence, number } = parsePeriod(period);
  return Verdict.options[(place + (cadence === 'year' ? 2 : number)) % 3] ?? 'largely';
}

/** What is said of the whole year in the report of its last period. */
function yearOf(
  area: CheckedPlan['focusAreas'][number],
  period: PeriodCode,
  place: number,
): Pick<ApprovedReport['content'], 'year'> {
  const year = yearJudgedIn(period);
  if (year === null) return {};
  const targets = area.targets.map(({ code: targetCode }) => ({
    targetCode,
    assessment: targetCode.endsWith('2') ? ('on_track' as const) : ('achieved' as const),
    comment: `Sett över hela ${year} har arbetet med ${targetCode} gått bättre än på slutet.`,
    provenance: 'illustrative' as const,
  }));
  return {
    year: {
      period: year,
      verdict: verdictOf(year, place),
      explanation: `Under ${year} har ${area.title.toLocaleLowerCase('sv')} tagit flera steg framåt.`,
      verdictProvenance: 'illustrative',
      targets,
    },
  };
}

function entryOf({ code, indicator, notMeasurableUntil }: CheckedTarget, period: PeriodCode): EntryContent {
  if (notMeasurableUntil !== null && comparePeriods(period, notMeasurableUntil) < 0) {
    return { ...emptyEntryContent, assessment: 'not_measured', noValueReason: 'Mäts inte ännu.' };
  }
  const values = valuePeriods(period, indicator.cadence).flatMap((of) => {
    const point = indicator.series.find((each) => each.period === of);
    return point ? [{ period: of, value: point.value }] : [];
  });
  const doubtful = code.endsWith('2');
  return {
    ...emptyEntryContent,
    assessment: doubtful ? 'uncertain' : 'on_track',
    values,
    noValueReason: values.length === 0 && indicator.kind === 'numeric' ? 'Redovisas en gång om året.' : '',
    parts: partsOf(indicator, values.at(-1)?.value),
    comment: `Under perioden har arbetet med ${code} fortsatt enligt planeringen.`,
    measure: doubtful
      ? { text: 'En genomgång görs tillsammans med verksamheten.', responsible: 'Enhetschef', dueOn: '2028-06-30' }
      : null,
    explanations: doubtful ? { outside_series: 'Ökningen är verklig: fler har svarat.' } : {},
  };
}

/** Three parts that make up the figure, where it is a quantity that is reported in parts. */
function partsOf(indicator: CheckedTarget['indicator'], value: string | undefined): EntryContent['parts'] {
  if (indicator.kind !== 'numeric' || indicator.breakdown === null || value === undefined) return [];
  if (/[%/]/.test(indicator.unit)) return [];
  const [half, third] = [Number(value) / 2, Number(value) / 3].map((part) => part.toFixed(indicator.decimals));
  const rest = (Number(value) - Number(half) - Number(third)).toFixed(indicator.decimals);
  return [
    { label: 'Sjukhus', value: String(half) },
    { label: 'Vårdcentraler', value: String(third) },
    { label: 'Övriga', value: rest },
  ];
}

const sampleSeries = (file: CheckedPlan): Composition['series'] =>
  Object.fromEntries(
    file.focusAreas.flatMap((area) =>
      area.targets.map(({ code, indicator }) => [
        code,
        indicator.series.map(({ period, value, provenance, source }) => ({
          period,
          value,
          provisional: false,
          provenance,
          sourceKey: source,
        })),
      ]),
    ),
  );

function sampleVerdicts(file: CheckedPlan, plan: Plan): PlanResults['verdicts'] {
  return periodsEndingWithin(plan.start, plan.end, plan.cadence).flatMap(({ code }) =>
    file.focusAreas.map((area, place) => ({
      focusAreaSlug: area.slug,
      period: code,
      verdict: verdictOf(code, place),
      explanation: '',
      provenance: 'illustrative' as const,
      reportId: uuid(400 + place),
    })),
  );
}
