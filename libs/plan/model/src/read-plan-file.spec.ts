import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CheckedNumericIndicator, CheckedPlan } from './checked-plan.js';
import { planWarnings } from './plan-warnings.js';
import { readPlanFile } from './read-plan-file.js';

const fileNamed = (name: string): string =>
  readFileSync(new URL(`../../../../tools/seed/data/${name}.json`, import.meta.url), 'utf8');

/** The parts of the small example that the cases below bend. */
interface Bendable {
  plan: Record<string, unknown> & { reporting: Record<string, unknown>; amendments: object[] };
  focusAreas: (Record<string, unknown> & {
    targets: (Record<string, unknown> & {
      indicator: Record<string, unknown> & { series: object[]; milestones: Record<string, unknown>[] };
    })[];
  })[];
  verdicts: { known: { year: number; byFocusArea: Record<string, string> }[] };
  [key: string]: unknown;
}

const example = (): Bendable => JSON.parse(fileNamed('exempel-tertial')) as Bendable;

function planOf(json: unknown): CheckedPlan {
  const read = readPlanFile(json);
  if (!read.ok) throw new Error(JSON.stringify(read.errors, null, 1));
  return read.plan;
}

function faultsAfter(bend: (file: Bendable) => unknown): string[] {
  const file = example();
  bend(file);
  const read = readPlanFile(file);
  return read.ok ? [] : read.errors.map(({ path, code }) => `${code} ${path}`);
}

const indicatorOf = (plan: CheckedPlan, code: string): CheckedNumericIndicator =>
  plan.focusAreas.flatMap((area) => area.targets).find((target) => target.code === code)!
    .indicator as CheckedNumericIndicator;

describe('a plan file in which everything holds', () => {
  it.each(['miljoplan-2021-2025', 'exempel-tertial'])('is read whole: %s', (name) => {
    const json = JSON.parse(fileNamed(name)) as { focusAreas: { targets: unknown[] }[] };
    const plan = planOf(json);
    expect(plan.focusAreas.map((area) => area.targets.length)).toEqual(json.focusAreas.map((a) => a.targets.length));
    expect(plan.focusAreas.map((area) => area.number)).toEqual(json.focusAreas.map((_, n) => n + 1));
  });

  it('has everything that is inherited written out', () => {
    const plan = planOf(JSON.parse(fileNamed('miljoplan-2021-2025')));
    const r1 = indicatorOf(plan, 'R1');
    expect(r1).toMatchObject({ provenance: 'illustrative', source: null });
    // Said to be verified without naming a source: it was read where the target was.
    expect(r1.targetOrigin).toEqual({ provenance: 'verified', source: 'rs2021' });
    expect(r1.baselineOrigin).toEqual({ provenance: 'illustrative', source: null });
    const r4 = indicatorOf(plan, 'R4');
    expect(r4.baselineOrigin).toEqual({ provenance: 'verified', source: 'rvu2023' });
    expect(r4.series.map(({ period, provenance, source }) => [period, provenance, source])).toEqual([
      ['2021', 'illustrative', null],
      ['2022', 'illustrative', null],
      ['2023', 'verified', 'rvu2023'],
      ['2024', 'illustrative', null],
      ['2025', 'illustrative', null],
    ]);
    expect(plan.focusAreas[0]).toMatchObject({
      provenance: 'verified',
      source: 'page',
      goalsProvenance: 'illustrative',
    });
    expect(plan.focusAreas[0]!.longTermAim).toMatchObject({ provenance: 'illustrative', source: null });
  });

  it('keeps numbers as they are written', () => {
    const plan = planOf(JSON.parse(fileNamed('miljoplan-2021-2025')));
    expect(indicatorOf(plan, 'F2')).toMatchObject({ baseline: '0.8', target: '4' });
    expect(indicatorOf(plan, 'F2').series[0]).toMatchObject({ value: '0.49' });
  });

  it('dates its amendments from the first day they count', () => {
    const plan = planOf(JSON.parse(fileNamed('miljoplan-2021-2025')));
    expect(plan.plan.amendments.map(({ date, validFrom, planEnd }) => [date, validFrom, planEnd?.to])).toEqual([
      ['2021-06', '2021-06-01', undefined],
      ['2023-autumn', '2023-09-01', '2025-12-31'],
    ]);
  });
});

const AREA = '/focusAreas/0';
const TARGET = `${AREA}/targets/0`;
const INDICATOR = `${TARGET}/indicator`;

const indicator = (file: Bendable) => file.focusAreas[0]!.targets[0]!.indicator;
const addPoint = (file: Bendable, point: object) => indicator(file).series.push(point);
const setEnd = (file: Bendable, from: string, to: string, date = '2028-spring') =>
  file.plan.amendments.push({ date, text: 'Förlängs.', planEnd: { from, to } });

describe('the language of a plan', () => {
  it('is Swedish unless the file states another, as it is usually written', () => {
    const file = example();
    delete file.plan['language'];
    expect(planOf(file).plan.language).toBe('sv');
    file.plan['language'] = 'nb-no';
    expect(planOf(file).plan.language).toBe('nb-NO');
  });

  it.each(['danska', 'sv_SE', 'xx', ''])('is refused with its place when it is no language: "%s"', (language) => {
    expect(faultsAfter((file) => (file.plan['language'] = language))).toEqual(['not-a-language /plan/language']);
  });

  it('is a text', () => {
    expect(faultsAfter((file) => (file.plan['language'] = 1))).toEqual(['wrong-type /plan/language']);
  });
});

describe('a fault in a plan file is told with its place', () => {
  const cases: [string, (file: Bendable) => unknown, string[]][] = [
    ['a missing field', (f) => delete f.focusAreas[0]!['title'], [`required ${AREA}/title`]],
    ['an unknown field', (f) => (f.plan['colour/shade'] = 'green'), ['unknown-field /plan/colour~1shade']],
    ['a wrong type', (f) => (indicator(f)['baseline'] = '141'), [`wrong-type ${INDICATOR}/baseline`]],
    ['an unknown kind', (f) => (indicator(f)['kind'] = 'text'), [`not-one-of ${INDICATOR}/kind`]],
    ['an unknown cadence', (f) => (f.plan.reporting['cadence'] = 'week'), ['not-one-of /plan/reporting/cadence']],
    ['an over-long title', (f) => (f.plan['title'] = 'x'.repeat(301)), ['too-long /plan/title']],
    ['no targets', (f) => (f.focusAreas[2]!.targets = []), ['empty-list /focusAreas/2/targets']],
    ['an unknown goal', (f) => (f.focusAreas[0]!['goals'] = ['hav']), [`unknown-goal ${AREA}/goals/0`]],
    [
      'an unknown department',
      (f) => (f.focusAreas[0]!['department'] = 'hav'),
      [`unknown-department ${AREA}/department`],
    ],
    ['an unknown source', (f) => (f.focusAreas[0]!['source'] = 'hav'), [`unknown-source ${AREA}/source`]],
    [
      'a slug twice',
      (f) => (f.focusAreas[1]!['slug'] = 'byggnader'),
      ['duplicate /focusAreas/1/slug', 'unknown-focus-area /verdicts/known/0/byFocusArea/skolmat'],
    ],
    [
      'a year that cannot come so from its periods',
      (f) => (indicator(f)['yearFrom'] = 'sum'),
      [`year-from-unfit ${INDICATOR}/yearFrom`],
    ],
    [
      'shares that are added up',
      (f) => Object.assign(indicator(f), { covers: 'period', yearFrom: 'sum', quantityKind: 'share' }),
      [`year-from-unfit ${INDICATOR}/yearFrom`],
    ],
    [
      'weights that are too many',
      (f) => Object.assign(indicator(f), { covers: 'period', yearFrom: 'weighted_mean', yearWeights: [1, 2, 2, 1] }),
      [`weights-unfit ${INDICATOR}/yearWeights`],
    ],
    [
      'weights for no mean',
      (f) => (indicator(f)['yearWeights'] = [1, 2, 2]),
      [`weights-unfit ${INDICATOR}/yearWeights`],
    ],
    ['an empty range', (f) => Object.assign(indicator(f), { min: 200, max: 100 }), [`range-empty ${INDICATOR}/max`]],
    [
      'values outside the range',
      (f) => Object.assign(indicator(f), { min: 0, max: 137 }),
      [
        `outside-range ${INDICATOR}/baseline`,
        `outside-range ${INDICATOR}/series/0/value`,
        `outside-range ${INDICATOR}/series/1/value`,
      ],
    ],
    ['a number twice', (f) => (f.focusAreas[1]!['number'] = 1), ['duplicate /focusAreas/1/number']],
    [
      'a code twice, in another area',
      (f) => (f.focusAreas[1]!.targets[0]!['code'] = 'E1'),
      ['duplicate /focusAreas/1/targets/0/code'],
    ],
    ['a period twice', (f) => addPoint(f, { period: '2027-T1', value: 1 }), [`duplicate ${INDICATOR}/series/4/period`]],
    [
      'a period of another cadence',
      (f) => addPoint(f, { period: '2027-Q1', value: 1 }),
      [`wrong-cadence ${INDICATOR}/series/4/period`],
    ],
    [
      'a period before the plan',
      (f) => addPoint(f, { period: '2026-T3', value: 1 }),
      [`outside-plan ${INDICATOR}/series/4/period`],
    ],
    [
      'a value from the future',
      (f) => addPoint(f, { period: '2028-T3', value: 1 }),
      [`after-open-period ${INDICATOR}/series/4/period`],
    ],
    [
      'a fourth tertial',
      (f) => addPoint(f, { period: '2027-T4', value: 1 }),
      [`not-a-period ${INDICATOR}/series/4/period`],
    ],
    [
      'a value before it can be measured',
      (f) => (f.focusAreas[0]!.targets[0]!['notMeasurableUntil'] = '2027-T2'),
      [`before-measurable ${INDICATOR}/series/0/period`],
    ],
    ['an end before the start', (f) => (f.plan['end'] = '2026-12-31'), ['ends-before-start /plan/end']],
    ['a plan of a thousand years', (f) => (f.plan['end'] = '2999-12-31'), ['year-out-of-range /plan/end']],
    ['a verdict of the year 0', (f) => (f.verdicts.known[0]!.year = 0), ['year-out-of-range /verdicts/known/0/year']],
    ['a verdict of the year -1', (f) => (f.verdicts.known[0]!.year = -1), ['year-out-of-range /verdicts/known/0/year']],
    ['a verdict of half a year', (f) => (f.verdicts.known[0]!.year = 2027.5), ['wrong-type /verdicts/known/0/year']],
    [
      'a verdict of a year before the plan',
      (f) => (f.verdicts.known[0]!.year = 2026),
      ['outside-plan /verdicts/known/0/year'],
    ],
    [
      'a verdict of a year that is not over',
      (f) => (f.verdicts.known[0]!.year = 2028),
      ['after-open-period /verdicts/known/0/year'],
    ],
    [
      'a base year of the Middle Ages',
      (f) => (indicator(f)['baselineYear'] = 1066),
      [`year-out-of-range ${INDICATOR}/baselineYear`],
    ],
    [
      'a base year after the plan',
      (f) => (indicator(f)['baselineYear'] = 2031),
      [`baseline-after-plan ${INDICATOR}/baselineYear`],
    ],
    [
      'a value of another millennium',
      (f) => addPoint(f, { period: '1027-T1', value: 1 }),
      [`year-out-of-range ${INDICATOR}/series/4/period`],
    ],
    [
      'a milestone of another millennium',
      (f) => (f.focusAreas[2]!.targets[0]!.indicator.milestones[0]!['due'] = '2927-T1'),
      ['year-out-of-range /focusAreas/2/targets/0/indicator/milestones/0/due'],
    ],
    [
      'climate goals of absurd years',
      (f) =>
        (f['climateGoals'] = [
          { year: 0, text: 'Noll.', provenance: 'illustrative' },
          { year: 2030, baseYear: 2030, text: 'Halverat.', provenance: 'illustrative' },
          { year: 2045, baseYear: 20190, text: 'Noll.', provenance: 'illustrative' },
        ]),
      [
        'year-out-of-range /climateGoals/0/year',
        'year-out-of-range /climateGoals/2/baseYear',
        'base-year-too-late /climateGoals/1/baseYear',
      ],
    ],
    ['an absurd number of an area', (f) => (f.focusAreas[1]!['number'] = 1e9), ['too-large /focusAreas/1/number']],
    ['a plan of a hundred years', (f) => (f.plan['end'] = '2127-12-31'), ['plan-too-long /plan/end']],
    [
      'an open period of another cadence',
      (f) => (f.plan.reporting['openPeriod'] = '2028-Q2'),
      ['wrong-cadence /plan/reporting/openPeriod'],
    ],
    [
      'an open period outside the plan',
      (f) => (f.plan.reporting['openPeriod'] = '2030-T1'),
      ['outside-plan /plan/reporting/openPeriod'],
    ],
    [
      'a milestone outside the plan',
      (f) => (f.focusAreas[2]!.targets[0]!.indicator.milestones[0]!['due'] = '2030-T1'),
      ['outside-plan /focusAreas/2/targets/0/indicator/milestones/0/due'],
    ],
    [
      'a milestone done in the future',
      (f) => (f.focusAreas[2]!.targets[0]!.indicator.milestones[1]!['done'] = '2029-T1'),
      ['after-open-period /focusAreas/2/targets/0/indicator/milestones/1/done'],
    ],
    [
      'values beside milestones',
      (f) => (f.focusAreas[2]!.targets[0]!.indicator.series = [{ period: '2027-T1', value: 1 }]),
      ['series-of-milestones /focusAreas/2/targets/0/indicator/series'],
    ],
    [
      'a verdict for an unknown area',
      (f) => (f.verdicts.known[0]!.byFocusArea['hav'] = 'fully'),
      ['unknown-focus-area /verdicts/known/0/byFocusArea/hav'],
    ],
    [
      'a verdict outside the plan’s own scale',
      (f) => (f.verdicts.known[0]!.byFocusArea['skolmat'] = 'largely'),
      ['unknown-verdict /verdicts/known/0/byFocusArea/skolmat'],
    ],
    [
      'a target in the wrong direction',
      (f) => (indicator(f)['target'] = 150),
      [`against-direction ${INDICATOR}/target`],
    ],
    ['too many decimals', (f) => (indicator(f)['target'] = 119.95), [`too-many-decimals ${INDICATOR}/target`]],
    [
      'a number nobody can store',
      (f) => (indicator(f)['baseline'] = 1e21),
      [`number-not-storable ${INDICATOR}/baseline`],
    ],
    [
      'a number with more digits than a float keeps',
      (f) => Object.assign(indicator(f), { target: 123456789012.123456, decimals: 6 }),
      [`number-not-storable ${INDICATOR}/target`],
    ],
    ['no provenance at all', (f) => delete f.plan['provenance'], ['provenance-missing /plan/provenance']],
    [
      'verified by nothing',
      (f) => (indicator(f)['targetProvenance'] = 'verified'),
      [`source-missing ${INDICATOR}/targetProvenance`],
    ],
    ['a date that does not exist', (f) => (f.plan['start'] = '2027-02-30'), ['no-such-date /plan/start']],
    [
      'a prolongation that ends elsewhere',
      (f) => setEnd(f, '2028-12-31', '2030-12-31'),
      ['plan-end-mismatch /plan/amendments/1/planEnd/to'],
    ],
    [
      'a prolongation that begins elsewhere',
      (f) => {
        setEnd(f, '2027-12-31', '2028-12-31', '2027-06');
        setEnd(f, '2028-06-30', '2029-12-31');
      },
      ['plan-end-mismatch /plan/amendments/2/planEnd/from'],
    ],
    [
      'a prolongation before the plan',
      (f) => setEnd(f, '2028-12-31', '2029-12-31', '2026-autumn'),
      ['amendment-too-early /plan/amendments/1/date'],
    ],
  ];

  it.each(cases)('%s', (_, bend, expected) => expect(faultsAfter(bend)).toEqual(expected));

  it('all at once, the broken shapes and the broken references', () => {
    const faults = faultsAfter((file) => {
      delete file.plan['title'];
      file.focusAreas[0]!['department'] = 'hav';
      addPoint(file, { period: '2027-Q1', value: 'mycket' });
    });
    expect(faults).toEqual([
      'required /plan/title',
      `wrong-type ${INDICATOR}/series/4/value`,
      `unknown-department ${AREA}/department`,
      `wrong-cadence ${INDICATOR}/series/4/period`,
    ]);
  });

  it('in both languages, in whole sentences', () => {
    for (const [, bend] of cases) {
      const file = example();
      bend(file);
      const read = readPlanFile(file);
      for (const { message } of read.ok ? [] : read.errors) {
        expect(message.sv).toMatch(/^[A-ZÅÄÖ0-9"].*[.?]$/);
        expect(message.en).toMatch(/^[A-Z0-9"].*[.?]$/);
        expect(message.sv).not.toBe(message.en);
        expect(message.sv + message.en).not.toContain('undefined');
      }
    }
  });
});

describe('whatever it is given', () => {
  it('answers and never throws', () => {
    fc.assert(fc.property(fc.anything(), (json) => expect(readPlanFile(json).ok).toBe(false)));
  });

  it('answers when any one place of a whole file holds anything', () => {
    const places: (readonly (string | number)[])[] = [];
    const visit = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        places.push([...path, key]);
        visit(child, [...path, key]);
      }
    };
    visit(example(), []);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('0000', '9999-12-31', '2025-Q4', '2023-winter', '2021-13', -0, 1e300, 1e-9, '__proto__', []),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, (path, value) => {
        const file = example();
        let here: unknown = file;
        for (const key of path.slice(0, -1)) here = (here as Record<string, unknown>)[key];
        (here as Record<string, unknown>)[String(path.at(-1))] = value;
        const read = readPlanFile(file);
        if (!read.ok) expect(read.errors.every((error) => error.message.sv.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('has years among the periods where a year is reported by itself', () => {
  const withYear = (yearFrom: string): string[] =>
    faultsAfter((file) => {
      const { indicator } = file.focusAreas[0]!.targets[0]!;
      Object.assign(indicator, { covers: 'period', yearFrom });
      indicator.series.push({ period: '2027', value: 137 });
    });
  expect(withYear('reported')).toEqual([]);
  expect(withYear('mean')).toEqual(['wrong-cadence /focusAreas/0/targets/0/indicator/series/4/period']);
});

describe('what to look at in a plan file', () => {
  const warningsAfter = (bend: (indicator: Record<string, unknown>) => unknown): string[] => {
    const file = example();
    bend(file.focusAreas[0]!.targets[0]!.indicator);
    return planWarnings(planOf(file)).map(({ path, code }) => `${code} ${path}`);
  };
  const at = '/focusAreas/0/targets/0/indicator';

  it.each(['miljoplan-2021-2025', 'exempel-tertial'])('is nothing in %s', (name) => {
    expect(planWarnings(planOf(JSON.parse(fileNamed(name))))).toEqual([]);
  });

  it('is a baseline that the series of its own base year speaks against', () => {
    const ofBaseYear = { covers: 'period', yearFrom: 'mean', baselineYear: 2027, baseline: 138 };
    expect(warningsAfter((indicator) => Object.assign(indicator, ofBaseYear))).toEqual([
      `baseline-differs ${at}/baseline`,
    ]);
    // The mean of 139,2, 137,5 and 136,1.
    expect(warningsAfter((indicator) => Object.assign(indicator, ofBaseYear, { baseline: 137.6 }))).toEqual([]);
    // A year that is not whole says nothing of the baseline.
    expect(warningsAfter((indicator) => Object.assign(indicator, ofBaseYear, { baselineYear: 2028 }))).toEqual([]);
  });

  it('is what its values mean, where that is not stated', () => {
    expect(
      warningsAfter((indicator) => {
        delete indicator['covers'];
        delete indicator['quantityKind'];
      }),
    ).toEqual([`meaning-unstated ${at}`, `kind-unstated ${at}/quantityKind`]);
  });
});
