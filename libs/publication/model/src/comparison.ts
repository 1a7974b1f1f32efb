import type { Assessment, Verdict } from '@malspar/reporting-model';
import { type Decimal, isolated, type PeriodCode } from '@malspar/shared-model';
import { inBoth, type Language, periodText, quantityText, withinSentence, type Words } from '@malspar/shared-charts';
import type { PublishedArea, PublishedComparison, PublishedReport, PublishedTarget, Turn } from './published-report.js';
import { ownAssessment, ownVerdict } from './said-over-time.js';
import { assessmentWords, noAssessment, noVerdict, turnWords } from './words.js';
import { yearBefore } from './year-before.js';

type Scale = PublishedReport['verdictScale'];
type TargetComparison = PublishedComparison['areas'][number]['targets'][number];

const VERDICTS: readonly Verdict[] = ['not', 'partly', 'largely', 'fully'];
const ASSESSMENTS: readonly Assessment[] = ['will_not_reach', 'uncertain', 'on_track', 'achieved'];

/** What went better or worse than in the version that was current a year before. */
export function compareWithBefore(
  areas: readonly PublishedArea[],
  period: PeriodCode,
  before: PublishedReport,
  scale: Scale,
): PublishedComparison {
  const compared = areas.map((area) => {
    const earlier = before.areas.find((each) => each.slug === area.slug);
    const was = ownVerdict(before, earlier);
    const turn = turnOf(VERDICTS, was, area.verdict);
    return {
      slug: area.slug,
      before: was,
      after: area.verdict,
      turn,
      sentence: verdictSentence(turn, was, area.verdict, before.period, scale),
      targets: area.targets.map((target) =>
        compareTarget(
          target,
          ownAssessment(
            before,
            earlier?.targets.find((each) => each.code === target.code),
          ),
          period,
        ),
      ),
    };
  });
  return {
    with: { period: before.period, version: before.version },
    summary: inBoth((language) => summaryOf(compared, before.period, language)),
    areas: compared,
  };
}

function turnOf<T>(order: readonly T[], before: T | null, after: T | null): Turn {
  if (before === null || after === null) return 'unclear';
  if (before === after) return 'same';
  const [from, to] = [order.indexOf(before), order.indexOf(after)];
  if (from < 0 || to < 0) return 'unclear';
  return to > from ? 'better' : 'worse';
}

function verdictSentence(
  turn: Turn,
  before: Verdict | null,
  after: Verdict | null,
  period: PeriodCode,
  scale: Scale,
): Words {
  const label = (verdict: Verdict | null, language: Language): string =>
    isolated(withinSentence(scale.find((each) => each.code === verdict)?.label[language] ?? noVerdict[language]));
  return {
    sv:
      turn === 'same'
        ? `Oförändrat mot ${periodText(period, 'sv')}: ${label(after, 'sv')}`
        : `${turnWords[turn].sv}${turn === 'unclear' ? ' med' : ' än'} ${periodText(period, 'sv')}: ${label(after, 'sv')}, var ${label(before, 'sv')}`,
    en:
      turn === 'same'
        ? `Unchanged from ${periodText(period, 'en')}: ${label(after, 'en')}`
        : `${turnWords[turn].en}${turn === 'unclear' ? ' with' : ' than in'} ${periodText(period, 'en')}: ${label(after, 'en')}, was ${label(before, 'en')}`,
  };
}

function compareTarget(target: PublishedTarget, before: Assessment | null, period: PeriodCode): TargetComparison {
  const after = target.answer.assessment;
  const value = valueAYearApart(target, period);
  return {
    code: target.code,
    assessment: { before, after, turn: turnOf(ASSESSMENTS, before, after) },
    value,
    sentence: inBoth((language) => {
      const assessed = assessmentSentence(before, after, language);
      return value ? `${assessed}. ${valueSentence(target, value, language)}` : assessed;
    }),
  };
}

function assessmentSentence(before: Assessment | null, after: Assessment | null, language: Language): string {
  const label = (each: Assessment | null): string => (each ? assessmentWords[each] : noAssessment)[language];
  if (before === after)
    return language === 'sv' ? `${label(after)}, som året före` : `${label(after)}, as the year before`;
  const was = withinSentence(label(before));
  return language === 'sv' ? `${label(after)}, var ${was}` : `${label(after)}, was ${was}`;
}

/** The latest figure and the one for the same period a year before, both as known now. */
function valueAYearApart(target: PublishedTarget, period: PeriodCode): TargetComparison['value'] {
  const year = period.slice(0, 4);
  const latest = target.series.findLast((point) => point.value !== null && point.period.startsWith(year));
  const earlier = latest && target.series.find((point) => point.period === yearBefore(latest.period));
  if (!latest?.value || !earlier?.value) return null;
  return {
    beforePeriod: earlier.period,
    before: earlier.value,
    afterPeriod: latest.period,
    after: latest.value,
    turn: valueTurn(target, Number(earlier.value), Number(latest.value)),
  };
}

function valueTurn({ indicator, targetValue }: PublishedTarget, before: number, after: number): Turn {
  if (before === after) return 'same';
  switch (indicator.direction) {
    case 'increase':
      return after > before ? 'better' : 'worse';
    case 'decrease':
      return after < before ? 'better' : 'worse';
    case 'reach': {
      if (targetValue === null) return 'unclear';
      const [from, to] = [Math.abs(before - Number(targetValue)), Math.abs(after - Number(targetValue))];
      return from === to ? 'same' : to < from ? 'better' : 'worse';
    }
  }
}

function valueSentence(
  { indicator }: PublishedTarget,
  value: NonNullable<TargetComparison['value']>,
  language: Language,
): string {
  const text = (decimal: Decimal): string => quantityText(decimal, indicator.unit, indicator.decimals, language);
  const [from, to] = [text(value.before), text(value.after)];
  if (value.turn === 'same') {
    return language === 'sv' ? `Utfallet är oförändrat på ett år, ${to}` : `The value is unchanged in a year, ${to}`;
  }
  const way = {
    better: { sv: 'åt rätt håll', en: 'in the right direction' },
    worse: { sv: 'åt fel håll', en: 'in the wrong direction' },
    unclear: null,
  }[value.turn];
  const moved =
    language === 'sv'
      ? `Utfallet har gått från ${from} till ${to} på ett år`
      : `The value has gone from ${from} to ${to} in a year`;
  return way ? `${moved}, ${way[language]}` : moved;
}

function summaryOf(areas: PublishedComparison['areas'], period: PeriodCode, language: Language): string {
  const count = (turn: Turn): number => areas.filter((area) => area.turn === turn).length;
  const [better, worse, same, unclear] = [count('better'), count('worse'), count('same'), count('unclear')];
  const when = periodText(period, language);
  if (language === 'sv') {
    const rest = unclear > 0 ? `; ${unclear} kan inte jämföras` : '';
    return `Av ${areas.length} målområden bedöms ${better} bättre, ${worse} sämre och ${same} som ${when}${rest}`;
  }
  const rest = unclear > 0 ? `; ${unclear} cannot be compared` : '';
  return `Of ${areas.length} focus areas ${better} are judged better, ${worse} worse and ${same} as in ${when}${rest}`;
}
