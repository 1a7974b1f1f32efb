import {
  basisText,
  inBoth,
  type Language,
  periodText,
  quantityText,
  withinSentence,
  type Words,
} from '@malspar/figures-model';
import type { Assessment, Verdict } from '@malspar/reporting-model';
import {
  comparableAt,
  comparableYearBefore,
  Decimal,
  isolated,
  isYearOfPeriods,
  parsePeriod,
  type PeriodCode,
  periodYearBefore,
  sameWithin,
  turnOf as turnOfValues,
} from '@malspar/shared-model';
import type { PublishedArea, PublishedComparison, PublishedReport, PublishedTarget, Turn } from './published-report.js';
import { comparisonOrigin, targetComparisonOrigin, verdictComparisonOrigin } from './mixed-origin.js';
import { ownAssessment, ownVerdict } from './said-over-time.js';
import { assessmentWords, noAssessment, noVerdict, turnWords } from './words.js';

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
      targets: area.targets.map((target) => {
        const same = earlier?.targets.find((each) => each.code === target.code);
        return compareTarget(target, { assessment: ownAssessment(before, same), of: same }, period);
      }),
    };
  });
  return withOrigins(areas, {
    with: { period: before.period, version: before.version },
    summary: inBoth((language) => summaryOf(compared, before.period, language)),
    areas: compared,
  });
}

/** Each sentence with the origin of what it is made of. */
function withOrigins(areas: readonly PublishedArea[], comparison: PublishedComparison): PublishedComparison {
  const report = { areas: [...areas], comparison };
  const targets = areas.flatMap((area) => area.targets);
  return {
    ...comparison,
    summaryProvenance: comparisonOrigin(report),
    areas: comparison.areas.map((compared, index) => ({
      ...compared,
      sentenceProvenance: areas[index] ? verdictComparisonOrigin(report, areas[index]) : null,
      targets: compared.targets.map((each) => {
        const target = targets.find(({ code }) => code === each.code);
        return { ...each, sentenceProvenance: target ? targetComparisonOrigin(report, target) : null };
      }),
    })),
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

interface Earlier {
  readonly assessment: Assessment | null;
  readonly of: PublishedTarget | undefined;
}

function compareTarget(
  target: PublishedTarget,
  { assessment: before, of }: Earlier,
  period: PeriodCode,
): TargetComparison {
  const after = target.answer.assessment;
  const value = valueAYearApart(target, period);
  return {
    code: target.code,
    assessment: {
      before,
      after,
      turn: turnOf(ASSESSMENTS, before, after),
      ...(of && before !== null && { beforeProvenance: of.answer.provenance }),
    },
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

interface ValuesApart {
  readonly before: { readonly period: PeriodCode; readonly value: Decimal };
  readonly after: { readonly period: PeriodCode; readonly value: Decimal };
}

/** Two values a year apart, both as known now: those of the year itself where the publication is on one. */
function valueAYearApart(target: PublishedTarget, period: PeriodCode): TargetComparison['value'] {
  const found = isYearOfPeriods(target.indicator, period) ? yearsApart(target, period) : periodsApart(target, period);
  // What is added up may have more digits than a published number can.
  if (!found || ![found.before, found.after].every(({ value }) => Decimal.safeParse(value).success)) return null;
  const { before, after } = found;
  return {
    beforePeriod: before.period,
    before: before.value,
    afterPeriod: after.period,
    after: after.value,
    turn: valueTurn(target, before.value, after.value),
  };
}

function yearsApart({ indicator, series }: PublishedTarget, period: PeriodCode): ValuesApart | null {
  const after = comparableAt(indicator, series, period);
  const before = after && comparableYearBefore(indicator, series, after);
  return after && before && { before, after };
}

function periodsApart({ indicator, series }: PublishedTarget, period: PeriodCode): ValuesApart | null {
  const year = period.slice(0, 4);
  const own = series.filter((point) => parsePeriod(point.period).cadence === indicator.cadence);
  const after = own.findLast((point) => point.value !== null && point.period.startsWith(year));
  const before = after && own.find((point) => point.period === periodYearBefore(after.period));
  if (!after?.value || !before?.value) return null;
  return {
    before: { period: before.period, value: before.value },
    after: { period: after.period, value: after.value },
  };
}

function valueTurn({ indicator, targetValue }: PublishedTarget, before: Decimal, after: Decimal): Turn {
  if (sameWithin(before, after, indicator.decimals)) return 'same';
  const turn = turnOfValues(before, after, indicator, targetValue);
  if (turn === null) return 'unclear';
  return turn > 0 ? 'better' : turn < 0 ? 'worse' : 'same';
}

/** Both periods are named: a single period may have gone another way than the year that ends with it. */
function valueSentence(
  { indicator, series }: PublishedTarget,
  value: NonNullable<TargetComparison['value']>,
  language: Language,
): string {
  const text = (decimal: Decimal): string => quantityText(decimal, indicator, language);
  const year = isYearOfPeriods(indicator, value.afterPeriod) && comparableAt(indicator, series, value.afterPeriod);
  const earlier = periodText(value.beforePeriod, language);
  const from = `${text(value.before)} (${earlier})`;
  const to = `${text(value.after)} (${year ? basisText(year, language) : periodText(value.afterPeriod, language)})`;
  // A value that has passed what it is to reach may be as far from it as before, and yet have moved.
  if (sameWithin(value.before, value.after, indicator.decimals)) {
    return language === 'sv'
      ? `Utfallet är oförändrat mot ${earlier}: ${to}`
      : `The value is unchanged from ${earlier}: ${to}`;
  }
  const way = {
    better: { sv: 'åt rätt håll', en: 'in the right direction' },
    worse: { sv: 'åt fel håll', en: 'in the wrong direction' },
    same: { sv: 'lika långt från målvärdet', en: 'as far from the target value' },
    unclear: null,
  }[value.turn];
  const moved =
    language === 'sv' ? `Utfallet har gått från ${from} till ${to}` : `The value has gone from ${from} to ${to}`;
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
