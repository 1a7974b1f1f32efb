import { numberText } from '@malspar/figures-model';
import type { Assessment, Verdict } from '@malspar/reporting-model';
import { parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** What an example sentence may speak of. */
export interface ExampleNumber {
  readonly period: PeriodCode;
  readonly value: number;
}

export interface ExampleSituation {
  /** Decides, with the period, which of several wordings is used: the same every time. */
  readonly code: string;
  readonly period: PeriodCode;
  readonly indicatorName: string;
  readonly unit: string;
  readonly decimals: number;
  readonly now: ExampleNumber | null;
  readonly before: ExampleNumber | null;
  readonly targetValue: number | null;
  /** Whether the value has come closer to the target, moved away from it, or hardly moved. */
  readonly movement: 'better' | 'worse' | 'same' | null;
  readonly assessment: Assessment;
}

type AtLeastOne<T> = readonly [T, ...T[]];

/** One of the choices, the same every time for the same seed. */
function pickFrom<T>(choices: AtLeastOne<T>, seed: string): T {
  let sum = 17;
  for (const character of seed) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return choices[sum % choices.length] ?? choices[0];
}

/** A period as it is said in running text: "kvartal 3 2024". */
export function spokenPeriod(code: PeriodCode): string {
  const { cadence, number, year } = parsePeriod(code);
  if (cadence === 'year') return String(year);
  return `${cadence === 'quarter' ? 'kvartal' : 'tertial'} ${number} ${year}`;
}

type Comparison = (now: string, before: string, when: string) => string;

const MOVED: Record<'better' | 'worse' | 'same', AtLeastOne<Comparison>> = {
  better: [
    (now, before, when) => `Utfallet är ${now}, en förbättring från ${before} ${when}.`,
    (now, before, when) => `Utvecklingen går åt rätt håll: ${now} mot ${before} ${when}.`,
    (now, before, when) => `Från ${before} ${when} har vi kommit till ${now}.`,
    (now, before, when) => `Vi ligger på ${now}. Jämförelsetalet ${when} var ${before}.`,
  ],
  worse: [
    (now, before, when) => `Utfallet är ${now}, en försämring från ${before} ${when}.`,
    (now, before, when) => `Utvecklingen går åt fel håll: ${now} mot ${before} ${when}.`,
    (now, before, when) => `Vi ligger på ${now}, sämre än ${before} ${when}.`,
  ],
  same: [
    (now, before, when) => `Läget är i stort sett oförändrat: ${now} mot ${before} ${when}.`,
    (now, before, when) => `Utfallet är ${now}. Det är nära ${before} ${when}.`,
  ],
};

const WHY: Record<Assessment, AtLeastOne<string>> = {
  achieved: [
    'Målet är nått och arbetet går över i förvaltning.',
    'Nivån håller sig på rätt sida om målet.',
    'Verksamheterna har gjort arbetssättet till vardag.',
    'Vi fortsätter att följa upp så att nivån består.',
  ],
  on_track: [
    'Arbetet följer planen.',
    'Beslutade åtgärder genomförs i den takt vi räknat med.',
    'Fler enheter har kommit i gång under perioden.',
    'Vi bedömer att målet nås i tid.',
    'Uppföljningen visar att rutinerna används.',
  ],
  uncertain: [
    'Takten behöver öka för att målet ska nås i tid.',
    'Flera åtgärder har blivit försenade.',
    'Enheterna har kommit olika långt.',
    'Det är för tidigt att säga om åtgärderna räcker.',
  ],
  will_not_reach: [
    'Med nuvarande takt når vi inte målet.',
    'Åtgärderna har inte gett den effekt vi räknat med.',
    'Avståndet till målet är för stort för den tid som är kvar.',
  ],
  not_started: ['Arbetet har inte påbörjats.'],
  not_measured: ['Underlag för en bedömning saknas.'],
};

const MEASURES = [
  'Går igenom läget med berörda enheter och beslutar om fler åtgärder.',
  'Tar fram en åtgärdsplan med ansvarig och datum för varje enhet.',
  'Lyfter frågan i ledningsgruppen och föreslår prioritering.',
  'Följer upp de enheter som ligger längst från målet varje månad.',
] as const;
const RESPONSIBLE = ['Enhetschefen', 'Verksamhetsutvecklaren', 'Målområdesansvarig', 'Driftchefen'] as const;

/** A comment that fits the value. An example: never a fact about anybody. */
export function exampleComment(situation: ExampleSituation): string {
  const { code, period, now, before, movement, assessment } = situation;
  const why = pickFrom(WHY[assessment], `${period}${code}`);
  if (!now) return why;
  if (!before || !movement) return `${situation.indicatorName}: ${inFull(situation, now.value)}. ${why}`;
  const said = pickFrom(MOVED[movement], `${code}${period}`);
  return `${said(inFull(situation, now.value), inShort(situation, before.value), spokenPeriod(before.period))} ${why}`;
}

const inFull = ({ decimals, unit }: ExampleSituation, value: number): string =>
  `${numberText(value, decimals, 'sv')}${/^(\p{L}|%|°)/u.test(unit) && !unit.startsWith('index') ? ` ${unit}` : ''}`;

// The second value of a sentence goes without a long unit.
const inShort = ({ decimals, unit }: ExampleSituation, value: number): string =>
  `${numberText(value, decimals, 'sv')}${unit.startsWith('%') ? ' %' : ''}`;

/** A measure for a target in doubt, due two periods on. */
export const exampleMeasure = (code: string, period: PeriodCode, dueOn: string) => ({
  text: pickFrom(MEASURES, `${code}${period.slice(0, 4)}`),
  responsible: pickFrom(RESPONSIBLE, code),
  dueOn,
});

/** A sentence or two for the area's verdict. */
export function exampleVerdict(onTrack: number, total: number, weakest: string | null, seed: string): string {
  const tails: AtLeastOne<string> = weakest
    ? [
        `Svagast går det för ${weakest}.`,
        `Mest arbete återstår för ${weakest}.`,
        `${weakest} behöver mest stöd framöver.`,
      ]
    : ['Arbetet följer planen.', 'Vi fortsätter som planerat.', 'Takten håller.'];
  return `${countSentence(onTrack, total)} ${pickFrom(tails, seed)}`;
}

function countSentence(onTrack: number, total: number): string {
  if (onTrack === 0) return total === 1 ? 'Målet är inte på rätt väg.' : 'Inget av målen är på rätt väg.';
  if (onTrack === total) {
    return total === 1 ? 'Målet är uppnått eller på rätt väg.' : 'Alla mål är uppnådda eller på rätt väg.';
  }
  return `${onTrack} av ${total} mål är ${onTrack === 1 ? 'uppnått' : 'uppnådda'} eller på rätt väg.`;
}

const WORTH: Record<Assessment, number> = {
  achieved: 1,
  on_track: 1,
  uncertain: 0.5,
  will_not_reach: 0,
  not_started: 0,
  not_measured: 0.5,
};

const BEST_FIRST: readonly Assessment[] = ['achieved', 'on_track', 'uncertain', 'will_not_reach'];

/**
 * What a whole year could have been judged as: what was said most often in it, of several the latest; never better than
 * in its last period, when the year's own values were known.
 */
export function exampleYearAssessment(assessments: readonly Assessment[]): Assessment {
  const last = assessments.at(-1) ?? 'not_measured';
  const times = (each: Assessment): number => assessments.filter((one) => one === each).length;
  const most = assessments.reduce((found, each) => (times(each) >= times(found) ? each : found), last);
  const isBetter = BEST_FIRST.includes(most) && BEST_FIRST.indexOf(most) < BEST_FIRST.indexOf(last);
  return isBetter ? last : most;
}

/** Why the year is judged otherwise than its last period. An example: never a fact about anybody. */
export const exampleYearComment = (assessment: Assessment, year: PeriodCode): string =>
  `Sett över hela ${year} väger de tidigare perioderna tyngre än den sista. ${pickFrom(WHY[assessment], year)}`;

/** How far the area as a whole follows the plan. */
export function exampleVerdictOf(assessments: readonly Assessment[]): Verdict {
  const mean = assessments.reduce((sum, each) => sum + WORTH[each], 0) / Math.max(1, assessments.length);
  if (mean >= 0.9) return 'fully';
  if (mean >= 0.6) return 'largely';
  return mean >= 0.2 ? 'partly' : 'not';
}
