import type { Assessment, Verdict } from '@malspar/reporting-model';
import { formatDecimal, parsePeriod, type PeriodCode } from '@malspar/shared-model';

/** What an example sentence may speak of. */
export interface ExampleFigure {
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
  readonly now: ExampleFigure | null;
  readonly before: ExampleFigure | null;
  readonly targetValue: number | null;
  /** Whether the figure has come closer to the target, moved away from it, or hardly moved. */
  readonly movement: 'better' | 'worse' | 'same' | null;
  readonly assessment: Assessment;
}

/** A whole number from a text, the same every time. */
export function pickFrom<T>(choices: readonly T[], seed: string): T {
  let sum = 17;
  for (const character of seed) sum = (sum * 31 + character.codePointAt(0)!) % 1_000_003;
  return choices[sum % choices.length]!;
}

/** A period as it is said in running text: "kvartal 3 2024". */
export function spokenPeriod(code: PeriodCode): string {
  const { cadence, number, year } = parsePeriod(code);
  if (cadence === 'year') return String(year);
  return `${cadence === 'quarter' ? 'kvartal' : 'tertial'} ${number} ${year}`;
}

const MOVED = {
  better: [
    (now: string, before: string, when: string) => `Utfallet är ${now}, en förbättring från ${before} ${when}.`,
    (now: string, before: string, when: string) => `Utvecklingen går åt rätt håll: ${now} mot ${before} ${when}.`,
    (now: string, before: string, when: string) => `Från ${before} ${when} har vi kommit till ${now}.`,
    (now: string, before: string, when: string) => `Vi ligger på ${now}. Jämförelsetalet ${when} var ${before}.`,
  ],
  worse: [
    (now: string, before: string, when: string) => `Utfallet är ${now}, en försämring från ${before} ${when}.`,
    (now: string, before: string, when: string) => `Utvecklingen går åt fel håll: ${now} mot ${before} ${when}.`,
    (now: string, before: string, when: string) => `Vi ligger på ${now}, sämre än ${before} ${when}.`,
  ],
  same: [
    (now: string, before: string, when: string) => `Läget är i stort sett oförändrat: ${now} mot ${before} ${when}.`,
    (now: string, before: string, when: string) => `Utfallet är ${now}. Det är nära ${before} ${when}.`,
  ],
} as const;

const WHY: Record<Assessment, readonly string[]> = {
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
    'Med samma takt når vi målet i tid.',
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

/** A comment that fits the figure. An example: never a fact about anybody. */
export function exampleComment(situation: ExampleSituation): string {
  const { code, period, now, before, movement, assessment } = situation;
  const why = pickFrom(WHY[assessment], `${period}${code}`);
  if (!now) return why;
  if (!before || !movement) return `${situation.indicatorName}: ${figure(situation, now.value)}. ${why}`;
  const said = pickFrom<(now: string, before: string, when: string) => string>(MOVED[movement], `${code}${period}`);
  return `${said(figure(situation, now.value), figure(situation, before.value), spokenPeriod(before.period))} ${why}`;
}

const figure = ({ decimals, unit }: ExampleSituation, value: number): string =>
  `${formatDecimal(value, decimals)}${/^\p{L}|^%|^°/u.test(unit) && !unit.startsWith('index') ? ` ${unit}` : ''}`;

/** A measure for a target in doubt, due two periods on. */
export const exampleMeasure = (code: string, period: PeriodCode, dueOn: string) => ({
  text: pickFrom(MEASURES, `${code}${period.slice(0, 4)}`),
  responsible: pickFrom(RESPONSIBLE, code),
  dueOn,
});

/** One sentence for the area's verdict. */
export function exampleVerdict(onTrack: number, total: number, weakest: string | null, seed: string): string {
  const count = total === 1 ? 'Målet' : `${onTrack} av ${total} mål`;
  const good =
    total === 1 ? (onTrack ? 'Målet är på rätt väg' : 'Målet är osäkert') : `${count} är uppnådda eller på rätt väg`;
  if (!weakest)
    return `${good}. ${pickFrom(['Arbetet följer planen.', 'Vi fortsätter som planerat.', 'Takten håller.'], seed)}`;
  const tails = [
    `Svagast går det för ${weakest}.`,
    `Mest arbete återstår för ${weakest}.`,
    `${weakest} behöver mest stöd framöver.`,
  ];
  return `${good}. ${pickFrom(tails, seed)}`;
}

/** How far the area as a whole follows the plan, by the share of its targets that do. */
export function exampleVerdictOf(share: number): Verdict {
  if (share >= 0.99) return 'fully';
  if (share >= 0.6) return 'largely';
  return share >= 0.25 ? 'partly' : 'not';
}
