type Params = Readonly<Record<string, string | number>>;
type Text = (params: Params) => string;

/** Every fault a plan file can have, with what is said about it in both languages. */
const TEXTS = {
  required: [() => 'Uppgiften saknas.', () => 'This is missing.'],
  'wrong-type': [(p) => `Här ska stå ${p['sv']}.`, (p) => `This should be ${p['en']}.`],
  'unknown-field': [
    () => 'Fältet är okänt. Är det felstavat?',
    () => 'This field is not known. Is it spelt correctly?',
  ],
  'not-one-of': [(p) => `Välj ett av: ${p['allowed']}.`, (p) => `Choose one of: ${p['allowed']}.`],
  'too-long': [(p) => `Texten får ha högst ${p['max']} tecken.`, (p) => `At most ${p['max']} characters.`],
  'empty-list': [() => 'Listan behöver minst en post.', () => 'The list needs at least one item.'],
  'too-small': [(p) => `Talet får vara lägst ${p['min']}.`, (p) => `The number may be no less than ${p['min']}.`],
  'too-large': [(p) => `Talet får vara högst ${p['max']}.`, (p) => `The number may be no more than ${p['max']}.`],
  'not-a-slug': [
    () => 'Skriv små bokstäver a–z, siffror och bindestreck, till exempel "resor-och-transporter".',
    () => 'Use lower-case letters a–z, digits and hyphens, for example "resor-och-transporter".',
  ],
  'not-a-target-code': [
    () => 'Skriv en till fyra versaler och en siffra, till exempel "R1".',
    () => 'Use one to four capital letters and a number, for example "R1".',
  ],
  'not-a-date': [
    () => 'Skriv datumet som 2021-06-22. Beslut får också dateras 2021-06, 2023-autumn eller 2023.',
    () => 'Write the date as 2021-06-22. Decisions may also be dated 2021-06, 2023-autumn or 2023.',
  ],
  'no-such-date': [() => 'Datumet finns inte i kalendern.', () => 'There is no such date in the calendar.'],
  'not-a-period': [
    () => 'Skriv perioden som 2025-Q3 (kvartal), 2025-T2 (tertial) eller 2025 (år).',
    () => 'Write the period as 2025-Q3 (quarter), 2025-T2 (tertial) or 2025 (year).',
  ],
  'not-an-address': [() => 'Det här är ingen e-postadress.', () => 'This is not an e-mail address.'],
  'not-a-link': [
    () => 'Skriv en webbadress som börjar med http:// eller https://.',
    () => 'Write a web address that begins with http:// or https://.',
  ],
  'not-a-language': [
    () => 'Skriv språket som en språkkod (BCP 47), till exempel "sv", "da" eller "nb-NO".',
    () => 'Write the language as a language tag (BCP 47), for example "sv", "da" or "nb-NO".',
  ],
  invalid: [() => 'Uppgiften är felaktig.', () => 'This is not valid.'],
  'unknown-goal': [
    (p) => `Det övergripande målet "${p['value']}" finns inte under overarchingGoals.`,
    (p) => `The overarching goal "${p['value']}" is not among overarchingGoals.`,
  ],
  'unknown-department': [
    (p) => `Verksamheten "${p['value']}" finns inte under departments.`,
    (p) => `The department "${p['value']}" is not among departments.`,
  ],
  'unknown-source': [
    (p) => `Källan "${p['value']}" finns inte under sources.`,
    (p) => `The source "${p['value']}" is not among sources.`,
  ],
  'unknown-focus-area': [
    (p) => `Målområdet "${p['value']}" finns inte under focusAreas.`,
    (p) => `The focus area "${p['value']}" is not among focusAreas.`,
  ],
  'unknown-verdict': [
    (p) => `Bedömningen "${p['value']}" finns inte i planens skala (verdicts.scale).`,
    (p) => `The verdict "${p['value']}" is not in the plan's scale (verdicts.scale).`,
  ],
  duplicate: [
    (p) => `"${p['value']}" finns redan, på ${p['first']}.`,
    (p) => `"${p['value']}" is there already, at ${p['first']}.`,
  ],
  'wrong-cadence': [
    (p) => `Perioden ${p['value']} har fel längd: här gäller ${p['sv']}.`,
    (p) => `The period ${p['value']} has the wrong length: this is reported by ${p['en']}.`,
  ],
  'outside-plan': [
    (p) => `${p['value']} ligger utanför planens tid, ${p['start']} till ${p['end']}.`,
    (p) => `${p['value']} is outside the plan's time, ${p['start']} to ${p['end']}.`,
  ],
  'after-open-period': [
    (p) => `${p['value']} slutar efter den öppna perioden ${p['open']} och kan inte ha hänt än.`,
    (p) => `${p['value']} ends after the open period ${p['open']} and cannot have happened yet.`,
  ],
  'before-measurable': [
    (p) => `${p['value']} har ett utfall, men målet sägs inte gå att mäta före ${p['until']}.`,
    (p) => `${p['value']} has a value, but the target is said not to be measurable before ${p['until']}.`,
  ],
  'ends-before-start': [() => 'Planen slutar innan den börjar.', () => 'The plan ends before it starts.'],
  'year-out-of-range': [
    (p) => `Året ${p['value']} är orimligt: det ska ligga mellan ${p['min']} och ${p['max']}.`,
    (p) => `The year ${p['value']} is unreasonable: it should be from ${p['min']} to ${p['max']}.`,
  ],
  'baseline-after-plan': [
    (p) => `Basåret ${p['value']} ligger efter planens sista dag, ${p['end']}.`,
    (p) => `The base year ${p['value']} is after the plan's last day, ${p['end']}.`,
  ],
  'base-year-too-late': [
    (p) => `Basåret ${p['value']} ska ligga före målets år, ${p['year']}.`,
    (p) => `The base year ${p['value']} should be before the year of the goal, ${p['year']}.`,
  ],
  'plan-too-long': [
    (p) => `En plan får omfatta högst ${p['years']} år.`,
    (p) => `A plan may cover at most ${p['years']} years.`,
  ],
  'plan-end-mismatch': [
    (p) => `Ändringarna av planens sista dag hänger inte ihop: här väntades ${p['expected']}.`,
    (p) => `The amendments of the plan's last day do not fit together: ${p['expected']} was expected here.`,
  ],
  'amendment-too-early': [
    (p) => `En ändring av planens sista dag ska gälla från en dag efter ${p['after']}.`,
    (p) => `An amendment of the plan's last day must count from a day after ${p['after']}.`,
  ],
  'number-not-storable': [
    () => 'Talet får ha högst tolv siffror före decimaltecknet och sex efter.',
    () => 'The number may have at most twelve digits before the decimal point and six after.',
  ],
  'too-many-decimals': [
    (p) => `${p['value']} har fler decimaler än indikatorns ${p['decimals']}.`,
    (p) => `${p['value']} has more decimals than the indicator's ${p['decimals']}.`,
  ],
  'against-direction': [
    (p) =>
      `Målvärdet ${p['target']} går åt fel håll från utgångsvärdet ${p['baseline']} (direction: ${p['direction']}).`,
    (p) =>
      `The target ${p['target']} lies the wrong way from the baseline ${p['baseline']} (direction: ${p['direction']}).`,
  ],
  'year-from-unfit': [
    (p) => `Årets värde kan inte vara ${p['value']} när covers är ${p['covers']} och quantityKind är ${p['kind']}.`,
    (p) => `A year's value cannot be ${p['value']} where covers is ${p['covers']} and quantityKind is ${p['kind']}.`,
  ],
  'weights-unfit': [
    (p) => `Vikterna hör till weighted_mean och är lika många som årets perioder (${p['periods']}).`,
    (p) => `Weights belong to weighted_mean and are as many as the periods of the year (${p['periods']}).`,
  ],
  'range-empty': [
    (p) => `Inget tal ligger mellan ${p['min']} och ${p['max']}.`,
    (p) => `No number lies between ${p['min']} and ${p['max']}.`,
  ],
  'outside-range': [
    (p) => `${p['value']} ligger utanför det som indikatorn säger är möjligt: ${p['min']} till ${p['max']}.`,
    (p) => `${p['value']} lies outside what the indicator says is possible: ${p['min']} to ${p['max']}.`,
  ],
  'baseline-differs': [
    (p) =>
      `Utgångsvärdet ${p['baseline']} stämmer inte med seriens egna värden för basåret ${p['year']}: ${p['value']}.`,
    (p) =>
      `The baseline ${p['baseline']} is not what the series itself says of the base year ${p['year']}: ${p['value']}.`,
  ],
  'meaning-unstated': [
    () => 'Ange covers och yearFrom: utan dem jämförs inget utfall med utgångsvärdet eller målvärdet.',
    () => 'State covers and yearFrom: without them no value is compared with the baseline or the target value.',
  ],
  'kind-unstated': [
    () => 'Ange quantityKind: utan det sägs ingen förändring i procent eller procentenheter.',
    () => 'State quantityKind: without it no change is told in per cent or percentage points.',
  ],
  'series-of-milestones': [
    () => 'En indikator med milstolpar har inga utfall i tal: lämna series tom.',
    () => 'An indicator with milestones has no values in numbers: leave series empty.',
  ],
  'provenance-missing': [
    () => 'Skriv om planen är verified eller illustrative; allt annat ärver det.',
    () => 'Say whether the plan is verified or illustrative; everything else inherits it.',
  ],
  'source-missing': [
    () => 'Det som är verified behöver en källa (source), här eller ovanför.',
    () => 'What is verified needs a source, here or above.',
  ],
} as const satisfies Record<string, readonly [Text, Text]>;

export type PlanFileFaultCode = keyof typeof TEXTS;

/** Something wrong at one place; texts are made of `params` when it is told. */
export interface PlanFileFault {
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly code: PlanFileFaultCode;
  readonly params?: Params;
}

/** A fault as told to whoever wrote the file. */
export interface PlanFileError {
  /** JSON Pointer (RFC 6901) to the place; empty for the whole file. */
  readonly path: string;
  readonly code: PlanFileFaultCode;
  readonly message: { readonly sv: string; readonly en: string };
}

// A key or value from the file is quoted, but never at such length that it hides the rest.
const shortened = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > 120 ? `${value.slice(0, 117)}…` : value,
    ]),
  );

export function tell({ path, code, params = {} }: PlanFileFault): PlanFileError {
  const [sv, en] = TEXTS[code] as readonly [Text, Text];
  const told = shortened(params);
  return { path, code, message: { sv: sv(told), en: en(told) } };
}
