import {
  assessmentWords,
  comparisonOrigin,
  lacksYearVerdict,
  noVerdict,
  overviewFigure,
  type PublishedArea,
  type PublishedReport,
  targetComparisonOrigin,
  turnWords,
  verdictComparisonOrigin,
  verdictsFigure,
  verdictsSaid,
} from '@malspar/environmental-report-model';
import { periodHeading, periodText, verdictLevel, verdictSteps } from '@malspar/figures-model';
import { fact, type Fact, paragraphs, type Plans, plansIn, plansLanguage, REPLACEMENT } from '@malspar/print-api';
import { Assessment } from '@malspar/reporting-model';
import { type Provenance, writtenDay } from '@malspar/shared-model';
import { ILLUSTRATIVE } from './about.js';
import { pdfChart } from './pdf-chart.js';
import { targetData } from './pdf-target.js';
import { ABOUT, pdfWords } from './pdf-words.js';

/** What the template reads: words, figures as text, drawings. The report's texts must be ones that the font can show. */
export function pdfData(
  report: PublishedReport,
  printed: { readonly sha256: string; readonly replaced: readonly string[] },
) {
  const { comparison, correction, plan } = report;
  const plans = plansIn(plan.language);
  return {
    lang: 'sv',
    region: 'SE',
    plansLanguage: plansLanguage(plan.language),
    words: pdfWords,
    title: report.title.sv,
    coverTitle: report.title.sv.replace(periodText(report.period, 'sv'), (period) => period.replaceAll(' ', '\u00a0')),
    organisation: plan.organisation,
    organisationSaid: plans(plan.organisation),
    subtitle: ['Uppföljning av ', plans(plan.title)],
    date: report.publishedOn.date.split('-').map(Number),
    keywords: [plan.title, report.period, `version ${report.version}`, printed.sha256],
    footer: `${plan.title} · version ${report.version} · publicerad ${report.publishedOn.sv}`,
    publishedLine: `Publicerad ${report.publishedOn.sv} · version ${report.version}`,
    contact: plan.contact,
    correction: correction && {
      label: `Rättad version`,
      text: [`Ersätter version ${correction.ofVersion}. `, plans(correction.reason)],
    },
    illustrativeNote: report.illustrative ? ILLUSTRATIVE : null,
    foreword: paragraphs(report.foreword, plans),
    comparison: comparison && `${comparison.summary.sv}.`,
    comparisonExample: isExample(comparisonOrigin(report)),
    comparisonHeading: comparison && `Mot ${periodText(comparison.with.period, 'sv')}`,
    verdictSteps,
    gaps: report.gaps.map(({ areaTitle, period, reason }) => [
      plans(areaTitle),
      `, ${periodText(period, 'sv')}: `,
      plans(reason),
    ]),
    assessmentCounts: assessmentCounts(report, plans),
    grid: pdfChart(verdictsFigure(report, 'sv'), plans),
    goals: report.goals.map((goal) => ({ text: plans(goal.title), example: isExample(goal.provenance) })),
    climateGoals: report.climateGoals.map((goal) => fact(String(goal.year), plans(goal.text), goal.provenance)),
    drivers: (report.drivers ?? []).map(({ title, provenance }) => ({
      text: plans(title),
      example: isExample(provenance),
    })),
    areas: report.areas.map((area) => areaData(area, report, plans)),
    amendments: report.amendments.map((amendment) => ({
      validFrom: writtenDay(amendment.validFrom).sv,
      target: amendment.targetCode ?? 'Hela planen',
      text: plans(amendment.text),
      decision: plans(amendment.decisionReference ?? ''),
      example: isExample(amendment.provenance),
    })),
    about: [...ABOUT, ...(report.illustrative ? [ILLUSTRATIVE] : [])].flatMap((text) => paragraphs(text)),
    sources: report.sources.map(({ title, url }) => ({ title: plans(title), url })),
    replaced: replacedText(printed.replaced),
    authenticity: authenticityOf(report, printed.sha256, plans),
    reports: report.reports.map((each) => [
      plans(report.areas.find((area) => area.slug === each.areaSlug)?.title ?? each.areaSlug),
      each.period,
      String(each.revision),
      each.sha256.slice(0, 16),
    ]),
  };
}

function areaData(area: PublishedArea, report: PublishedReport, plans: Plans) {
  const compared = report.comparison?.areas.find((each) => each.slug === area.slug);
  return {
    slug: area.slug,
    number: area.number,
    title: plans(area.title),
    heading: [`${area.number}. `, plans(area.title)],
    aim: plans(area.aim.text),
    aimExample: isExample(area.aim.provenance),
    verdictCode: area.verdict ?? 'none',
    verdictLevel: verdictLevel(area.verdict),
    verdict: lacksYearVerdict(report, area) ? 'Ingen samlad bedömning för året' : verdictLabel(report, area.verdict),
    verdictExample: isExample(area.verdictProvenance),
    turn: compared ? turnWords[compared.turn].sv : '',
    turnSentence: compared?.sentence.sv ?? '',
    turnExample: isExample(verdictComparisonOrigin(report, area)),
    explanation: paragraphs(area.verdictExplanation, plans),
    overview: pdfChart(overviewFigure(area, 'sv', report.period), plans),
    facts: factsOf(area, report, plans),
    earlierVerdicts: verdictsSaid(area)
      .filter(({ period }) => period !== area.reportedFor)
      .map(({ period, verdict, explanation, provenance }) => ({
        period,
        code: verdict ?? 'none',
        level: verdictLevel(verdict),
        verdict: verdictLabel(report, verdict),
        example: isExample(provenance),
        explanation: paragraphs(explanation, plans),
      })),
    targets: area.targets.map((target) =>
      targetData(target, {
        sentence: compared?.targets.find((each) => each.code === target.code)?.sentence.sv ?? null,
        sentenceExample: isExample(targetComparisonOrigin(report, target)),
        period: report.period,
        sources: report.sources,
        plans,
      }),
    ),
  };
}

function factsOf(area: PublishedArea, report: PublishedReport, plans: Plans): Fact[] {
  const goals = area.goals.map((slug) => report.goals.find((goal) => goal.slug === slug)?.title ?? slug);
  return [
    fact('Bidrar till', plans(goals.join('. ')), null),
    fact('Verksamhet', plans(area.department.title), area.department.provenance),
    ...(area.reportedFor === report.period
      ? []
      : [fact('Bedömningen avser', periodHeading(area.reportedFor, 'sv'), null)]),
  ];
}

const isExample = (provenance: Provenance | null): boolean => provenance === 'illustrative';

const verdictLabel = (report: PublishedReport, verdict: PublishedArea['verdict']): string =>
  report.verdictScale.find((each) => each.code === verdict)?.label.sv ?? noVerdict.sv;

const hasExample = (areas: readonly PublishedArea[]): boolean =>
  areas.some(({ targets }) => targets.some(({ answer }) => isExample(answer.provenance)));

/** How many targets have each assessment, area by area; only assessments that somebody has made. */
function assessmentCounts(report: PublishedReport, plans: Plans): object {
  const made = new Set(report.areas.flatMap((area) => area.targets.map((target) => target.answer.assessment)));
  const used = Assessment.options.filter((assessment) => made.has(assessment));
  const counts = (areas: readonly PublishedArea[]): string[] =>
    used.map((assessment) => {
      const targets = areas.flatMap((area) => area.targets);
      return String(targets.filter((target) => target.answer.assessment === assessment).length);
    });
  return {
    headings: used.map((assessment) => assessmentWords[assessment].sv),
    rows: report.areas.map((area) => ({
      title: plans(area.title),
      example: hasExample([area]),
      counts: counts([area]),
    })),
    total: { title: 'Alla målområden', example: hasExample(report.areas), counts: counts(report.areas) },
  };
}

function authenticityOf(report: PublishedReport, sha256: string, plans: Plans): Fact[] {
  return [
    fact('Rapport', report.title.sv, null),
    fact('Version', String(report.version), null),
    fact('Publicerad', report.publishedOn.sv, null),
    ...(report.correction
      ? [
          fact(
            'Rättelse',
            [
              `Ersätter version ${report.correction.ofVersion} (${writtenDay(report.correction.date).sv}). `,
              plans(report.correction.reason),
            ],
            null,
          ),
        ]
      : []),
    fact('Kontrollsumma, JSON (SHA-256)', inGroups(sha256), null),
    fact('Händelseloggens senaste länk', inGroups(report.auditHead), null),
  ];
}

/** A hash that is broken into lines in its middle, and can be read aloud. */
const inGroups = (hash: string): string =>
  (hash.match(/.{1,32}/g) ?? []).map((half) => (half.match(/.{1,16}/g) ?? []).join('\u00a0')).join(' ');

function replacedText(replaced: readonly string[]): string {
  if (replaced.length === 0) return '';
  const codes = replaced.map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `Tecken som inte kan visas i utskrift har ersatts med ${REPLACEMENT}: ${codes.join(', ')}. De finns i rapportens datafiler.`;
}
