import {
  entriesSaid,
  assessmentWords,
  figureWords,
  noAssessment,
  partsFigure,
  plansWordsOf,
  provenanceWords,
  type PublishedEntry,
  type PublishedReport,
  type PublishedTarget,
  seriesFigure,
  yearFact,
} from '@malspar/environmental-report-model';
import { meaningFacts, numberText, periodHeading, periodText, quantityText } from '@malspar/figures-model';
import {
  fact,
  type Fact,
  labelled,
  paragraphs,
  type Plans,
  type Said,
  sentence,
  withoutRunt,
} from '@malspar/print-api';
import { type Decimal, decimalsOf } from '@malspar/shared-model';
import { pdfChart } from './pdf-chart.js';
import { pdfWords } from './pdf-words.js';

/** One target as the template reads it. */
export function targetData(
  target: PublishedTarget,
  around: Pick<PublishedReport, 'period' | 'sources'> & {
    readonly sentence: string | null;
    readonly sentenceExample: boolean;
    readonly plans: Plans;
  },
) {
  const { answer, indicator } = target;
  const { plans } = around;
  const beside = entriesSaid(target).filter(({ period }) => period !== answer.period);
  return {
    heading: [`${target.code}\u2002`, plans(withoutRunt(target.title))],
    assessmentCode: answer.assessment ?? 'none',
    assessment: assessmentLabel(answer),
    targetExample: target.provenance === 'illustrative',
    entryExample: answer.provenance === 'illustrative',
    indicatorExample: indicator.provenance === 'illustrative',
    turn: around.sentence && sentence(`${around.sentence}.`, plansWordsOf(target), plans),
    turnExample: around.sentenceExample,
    caption: sentence(target.caption.sv, plansWordsOf(target), plans),
    chart: pdfChart(seriesFigure(target, 'sv'), plans),
    partsChart: pdfChart(partsFigure(target, 'sv'), plans),
    facts: factsOf(target, around),
    milestones: indicator.milestones.map(({ title, due, done }) => [
      plans(title),
      periodHeading(due, 'sv'),
      done ? periodHeading(done, 'sv') : 'Inte klart',
    ]),
    comment: paragraphs(answer.comment, plans),
    noValueReason: answer.noValueReason ? labelled('Utfall saknas:', paragraphs(answer.noValueReason, plans)) : [],
    parts: answer.parts.map(({ label, value }) => [plans(label), shownValue(value)]),
    measure: answer.measure && {
      text: paragraphs(answer.measure.text, plans),
      line: [
        ...(answer.measure.responsible ? ['Ansvarig: ', plans(answer.measure.responsible), '. '] : []),
        ...(answer.measure.dueOn ? [`Klar senast ${answer.measure.dueOn}.`] : []),
      ],
    },
    valueHeading: indicator.unit ? [`${pdfWords.value}, `, plans(indicator.unit)] : pdfWords.value,
    hasEarlierValues: beside.some(({ values }) => values.length > 0),
    earlier: beside.map((earlier) => ({
      period: earlier.period,
      code: earlier.assessment ?? 'none',
      assessment: assessmentLabel(earlier),
      example: earlier.provenance === 'illustrative',
      value: valuesText(earlier),
      comment: paragraphs(earlier.comment, plans),
      measure: plans(earlier.measure?.text ?? ''),
    })),
    series: target.series.map((point) => [
      point.period,
      point.value === null ? 'saknas' : shownValue(point.value),
      originOf(point, around.sources, plans),
    ]),
    seriesCaption: [`${target.code}\u2002`, plans(withUnit(indicator.name, indicator.unit))],
    method: indicator.method ? ['Så mäts det: ', plans(indicator.method)] : '',
  };
}

const shownValue = (value: Decimal): string => numberText(value, decimalsOf(value), 'sv');

const { withUnit } = figureWords.sv;

const assessmentLabel = ({ assessment }: PublishedEntry): string =>
  (assessment ? assessmentWords[assessment] : noAssessment).sv;

function originOf(point: PublishedTarget['series'][number], sources: PublishedReport['sources'], plans: Plans): Said {
  const origin = provenanceWords[point.provenance].sv;
  const source = sources.find((each) => each.key === point.sourceKey);
  return [origin, ...(source ? [', ', plans(source.title)] : []), ...(point.provisional ? [', preliminärt'] : [])];
}

/** The values of one answer; with their periods where there are several or the period is another. */
function valuesText({ period, values }: PublishedEntry): string {
  return values
    .map(({ period: of, value }) => {
      const text = value === null ? 'saknas' : shownValue(value);
      return of === period ? text : `${of}: ${text}`;
    })
    .join(', ');
}

interface Around extends Pick<PublishedReport, 'period'> {
  readonly plans: Plans;
}

function yearFacts(target: PublishedTarget, { period, plans }: Around): Fact[] {
  const year = yearFact(target, 'sv', period);
  return year ? [fact(year.label, sentence(year.text, [target.indicator.unit], plans), year.provenance)] : [];
}

function factsOf(target: PublishedTarget, around: Around): Fact[] {
  const { plans } = around;
  const { indicator, targetValue, targetYear, answer } = target;
  const quantity = (value: Decimal): Said => {
    const text = quantityText(value, indicator, 'sv');
    // In a sentence an index is a bare number; alone it needs its base: `index 55,0 (2019 = 100)`.
    return indicator.quantityKind === 'index'
      ? plans(indicator.unit.replace(/index/i, (word) => `${word} ${text}`))
      : sentence(text, [indicator.unit], plans);
  };
  return [
    fact('Indikator', plans(indicator.name), indicator.provenance),
    ...(indicator.kind === 'numeric'
      ? meaningFacts(indicator, 'sv').map(({ label, text }) => fact(label, text, null))
      : []),
    ...(indicator.baseline === null
      ? []
      : [
          fact(
            `Utgångsvärde ${indicator.baselineYear ?? ''}`.trim(),
            quantity(indicator.baseline),
            indicator.baselineProvenance,
          ),
        ]),
    ...(targetValue === null
      ? []
      : [fact(`Målvärde ${targetYear}`, quantity(targetValue), target.targetValueProvenance)]),
    ...answer.values.map(({ period, value, provenance }) =>
      fact(`Utfall ${periodText(period, 'sv')}`, value === null ? 'saknas' : quantity(value), provenance),
    ),
    ...yearFacts(target, around),
    ...(target.note ? [fact('Anmärkning', plans(target.note), null)] : []),
  ];
}
