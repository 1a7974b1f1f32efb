import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { type PublishedChange, PublishedDifference } from '@malspar/publication-model';
import type { PeriodCode } from '@malspar/shared-model';
import { composePublishedReport } from '../composing/compose.js';
import { differenceOf } from './difference.js';
import type { PublishedEntry, PublishedArea, PublishedReport, PublishedTarget } from '../published-report.js';
import { sampleComposition } from '../testing/sample-composition.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/exempel-tertial.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const OWN = '2026-T2';
const base = composePublishedReport(sampleComposition(reading.plan, OWN));
const point = (period: string, value: string | null) => ({ period, value }) as PublishedTarget['series'][number];

const reportWith = (change: Partial<PublishedReport>): PublishedReport => ({ ...base, ...change });
const areaWith = (change: Partial<PublishedArea>, report: Partial<PublishedReport> = {}): PublishedReport =>
  reportWith({ areas: base.areas.map((area, nth) => (nth ? area : { ...area, ...change })), ...report });
const targetWith = (change: Partial<PublishedTarget>, report: Partial<PublishedReport> = {}): PublishedReport =>
  areaWith({ targets: base.areas[0]!.targets.map((one, nth) => (nth ? one : { ...one, ...change })) }, report);
const entryWith = (change: Partial<PublishedEntry>): PublishedReport =>
  targetWith({ answer: { ...base.areas[0]!.targets[0]!.answer, ...change } });

/** As it reads, with ordinary spaces. */
const line = ({ field, label, kind, before, after, numbers }: PublishedChange): string => {
  const values = numbers ? ` (${numbers.before ?? '–'} → ${numbers.after ?? '–'})` : '';
  const turn = `${before?.sv ?? '–'} → ${after?.sv ?? '–'}${values}`;
  return `${field} [${kind}] ${label.sv}/${label.en}: ${turn}`.replace(/\p{Zs}/gu, ' ');
};
const general = (a: PublishedReport, b: PublishedReport) => differenceOf(a, b).general.map(line);
const ofArea = (a: PublishedReport, b: PublishedReport) =>
  differenceOf(a, b).sections.map(({ key, presence, changes, items }) => [
    `${key} ${presence}`,
    ...changes.map(line),
    ...items.map((item) => `${item.code} ${item.presence}`),
  ]);
const ofTarget = (a: PublishedReport, b: PublishedReport) => {
  const { sections } = differenceOf(a, b);
  expect(sections.map(({ key, items }) => [key, items.length])).toEqual(sections.map(() => ['byggnader', 1]));
  return sections.flatMap(({ items }) => items.flatMap(({ changes }) => changes.map(line)));
};

describe('a report against itself', () => {
  it('has no difference', () => {
    expect(differenceOf(base, reportWith({}))).toEqual({
      before: { period: OWN, version: 1, title: base.title },
      after: { period: OWN, version: 1, title: base.title },
      general: [],
      plansWords: [],
      sections: [],
    });
  });
});

describe('the differences outside areas', () => {
  it('are of title, foreword and what is missing', () => {
    const gap = { areaSlug: 'skolmat', areaTitle: 'Skolmat', period: '2026-T1', reason: 'Ingen var på plats.' };
    const before = reportWith({ foreword: '', gaps: [gap] });
    const after = reportWith({
      foreword: 'Ett förord.',
      title: { sv: 'Ny titel', en: 'New title' },
      gaps: [{ ...gap, reason: 'Kom för sent.' }],
    });
    expect(general(before, after)).toEqual([
      `title [text] Titel/Title: ${base.title.sv} → Ny titel`,
      'foreword [text] Förord/Foreword: – → Ett förord.',
      'gaps/skolmat/2026-T1 [text] Rapport saknas: Skolmat, tertial 1 2026/Missing report: Skolmat, tertial 1 2026: ' +
        'Ingen var på plats. → Kom för sent.',
    ]);
  });

  it('name the two versions', () => {
    const { before, after } = differenceOf(base, reportWith({ version: 2 }));
    expect([before.version, after.version]).toEqual([1, 2]);
  });
});

describe('the differences of an area', () => {
  it('are of its verdict and explanation, those of its own period first', () => {
    const earlier = {
      period: '2026-T1' as PeriodCode,
      verdict: 'not' as const,
      explanation: 'Sent igång.',
      provenance: 'verified' as const,
    };
    const before = areaWith({ earlierVerdicts: [earlier], verdict: 'not', verdictExplanation: 'Förut.' });
    const after = areaWith({
      earlierVerdicts: [{ ...earlier, verdict: 'fully', explanation: 'Tidigt igång.' }],
      verdict: null,
      verdictExplanation: 'Nu.',
    });
    expect(ofArea(before, after)).toEqual([
      [
        'byggnader both',
        'verdict [choice] Samlad bedömning/Verdict: Inte enligt plan → –',
        'verdictExplanation [text] Motivering till bedömningen/Reasons for the verdict: Förut. → Nu.',
        'verdict/2026-T1 [choice] Samlad bedömning tertial 1 2026/Verdict tertial 1 2026: ' +
          'Inte enligt plan → Helt enligt plan',
        'verdictExplanation/2026-T1 [text] Motivering till bedömningen tertial 1 2026/' +
          'Reasons for the verdict tertial 1 2026: Sent igång. → Tidigt igång.',
      ],
    ]);
    // Of two periods only what is said of each as a whole.
    const later = { ...after, period: '2026-T3' as PeriodCode };
    expect(ofArea(before, { ...later, areas: [{ ...later.areas[0]!, reportedFor: '2026-T3' }] })[0]).toEqual([
      'byggnader both',
      expect.stringMatching(/^verdict \[choice\]/),
      expect.stringMatching(/^verdictExplanation \[text\]/),
      ...base.areas[0]!.targets.map(({ code }) => `${code} both`),
    ]);
  });

  it('are that it came or went, in the later one’s order', () => {
    const [first, second, third] = base.areas as [PublishedArea, PublishedArea, PublishedArea];
    const before = reportWith({ areas: [first, second] });
    const after = reportWith({ areas: [third, { ...second, title: 'Mat i skolan' }] });
    const { sections } = differenceOf(before, after);
    expect(sections.map(({ key, title, presence, changes, items }) => [key, title, presence, changes, items])).toEqual([
      ['parker-och-skog', 'Parker och skog', 'added', [], []],
      ['byggnader', 'Byggnader', 'removed', [], []],
    ]);
  });

  it('are the targets that came or went', () => {
    const [kept] = base.areas[0]!.targets as [PublishedTarget];
    const [more] = base.areas[1]!.targets as [PublishedTarget];
    const before = areaWith({ targets: [kept, more] });
    const after = areaWith({ targets: [{ ...more, code: 'N1', title: 'Ett nytt mål' }, kept] });
    expect(differenceOf(before, after).sections[0]?.items).toMatchObject([
      { code: 'N1', title: 'Ett nytt mål', presence: 'added', changes: [] },
      { code: more.code, title: more.title, presence: 'removed', changes: [] },
    ]);
  });
});

describe('the differences of a target', () => {
  it('are of its wording, value and year', () => {
    const changed = { title: 'Högst 100 kWh.', targetValue: '100.0', targetYear: 2030 };
    expect(ofTarget(base, targetWith(changed))).toEqual([
      expect.stringMatching(/^title \[text\] Målets lydelse\/Wording of the target: Energi.* → Högst 100 kWh\.$/),
      'targetValue [number] Målvärde/Target value: 120,0 kWh/m² → 100,0 kWh/m² (120.0 → 100.0)',
      'targetYear [text] Målår/Target year: 2029 → 2030',
    ]);
    expect(ofTarget(targetWith({ targetValue: null }), base)).toEqual([
      'targetValue [number] Målvärde/Target value: – → 120,0 kWh/m² (– → 120.0)',
    ]);
  });

  const before = { series: [point('2026-T1', '130.0'), point(OWN, '128.0')] };
  const after = { series: [point('2026-T1', '131.0'), point(OWN, '128.0'), point('2026-T3', null)] };

  it('are every figure in two versions of one period', () => {
    expect(ofTarget(targetWith(before), targetWith(after))).toEqual([
      'series/2026-T1 [number] Utfall tertial 1 2026/Value tertial 1 2026: 130,0 kWh/m² → 131,0 kWh/m² (130.0 → 131.0)',
    ]);
  });

  it('are the latest figure and the own answer in two periods', () => {
    const entry = { ...base.areas[0]!.targets[0]!.answer };
    const later = targetWith(
      {
        series: [...after.series.slice(0, 2), point('2026-T3', '125.0'), point('2027-T1', null)],
        earlierAnswers: [entry],
        answer: { ...entry, period: '2026-T3', comment: 'Senare.', assessment: 'achieved' },
      },
      { period: '2026-T3' },
    );
    const { sections } = differenceOf(targetWith(before), later);
    expect(sections[0]?.items[0]?.changes.map(line)).toEqual([
      'latest [number] Senaste utfall/Latest value: 128,0 kWh/m² (tertial 2 2026) → 125,0 kWh/m² (tertial 3 2026) (128.0 → 125.0)',
      'assessment [choice] Målbedömning/Assessment: På rätt väg → Uppnått',
      expect.stringMatching(/^comment \[text\] Kommentar\/Comment: Under perioden.* → Senare\.$/),
    ]);
    const none = differenceOf(targetWith({ series: [point(OWN, null)] }), later).sections[0]?.items[0]?.changes[0];
    expect(none && line(none)).toBe(
      'latest [number] Senaste utfall/Latest value: – → 125,0 kWh/m² (tertial 3 2026) (– → 125.0)',
    );
  });

  it('are of what is judged as well, and no value is new because its period is', () => {
    const target = base.areas[0]!.targets[0]!;
    const indicator = { ...target.indicator, covers: 'period', yearFrom: 'sum' } as const;
    const series = ['10.0', '20.0', '30.0', '10.0', '20.0', '33.0'].map((value, index) =>
      point(`${2025 + Math.floor(index / 3)}-T${(index % 3) + 1}`, value),
    );
    const at = (count: number): PublishedReport => {
      const own = series[count - 1]!.period;
      const entry = { ...target.answer, period: own };
      return targetWith({ indicator, series: series.slice(0, count), answer: entry }, { period: own });
    };
    expect(differenceOf(at(3), at(6)).sections[0]?.items[0]?.changes.map(line)).toEqual([
      'latest [number] Senaste utfall/Latest value: 30,0 kWh/m² (tertial 3 2025) → 33,0 kWh/m² (tertial 3 2026) (30.0 → 33.0)',
      'judged [number] Värde som jämförs med målvärdet/Value compared with the target value: ' +
        '60,0 kWh/m² (summan för 2025) → 63,0 kWh/m² (summan för 2026) (60.0 → 63.0)',
    ]);
    expect(differenceOf(at(4), at(1)).sections[0]?.items[0]?.changes.map(({ field }) => field)).toEqual(['judged']);
  });

  it('are everything in an answer', () => {
    const now = entryWith({
      assessment: null,
      noValueReason: '',
      parts: [{ label: 'Skolor', value: '1012.5' }],
      comment: 'Något helt annat.',
      measure: { text: 'Tilläggsisolera.', responsible: 'Fastighetschefen', dueOn: '2026-12-31' },
    });
    expect(ofTarget(base, now)).toEqual([
      'assessment [choice] Målbedömning/Assessment: På rätt väg → –',
      'noValueReason [text] Varför utfall saknas/Why there is no value: Redovisas en gång om året. → –',
      expect.stringMatching(
        /^parts\/Skolor \[number\] Del: .?Skolor.?\/Part: .?Skolor.?: – → 1 012,5 \(– → 1012\.5\)$/,
      ),
      expect.stringMatching(/^comment \[text\] Kommentar\/Comment: Under perioden.* → Något helt annat\.$/),
      'measure/text [text] Åtgärd/Measure: – → Tilläggsisolera.',
      'measure/responsible [text] Ansvarig för åtgärden/Responsible for the measure: – → Fastighetschefen',
      'measure/dueOn [choice] Åtgärden klar/Measure due: – → 31 december 2026',
    ]);
  });

  it('are those of earlier answers in a year, each with its period', () => {
    const earlier = { ...base.areas[0]!.targets[0]!.answer, period: '2026-T1' as PeriodCode };
    const year = (comment: string) => targetWith({ earlierAnswers: [{ ...earlier, comment }] });
    expect(ofTarget(year('Då.'), year('Sedan.'))).toEqual([
      '2026-T1/comment [text] Kommentar (tertial 1 2026)/Comment (tertial 1 2026): Då. → Sedan.',
    ]);
    const judged = (assessment: PublishedEntry['assessment'], dueOn: string) =>
      targetWith({ earlierAnswers: [{ ...earlier, assessment, measure: { text: 'A', responsible: 'B', dueOn } }] });
    expect(ofTarget(judged('uncertain', '2026-05-01'), judged('achieved', '2026-06-01'))).toEqual([
      '2026-T1/assessment [choice] Målbedömning (tertial 1 2026)/Assessment (tertial 1 2026): Osäkert → Uppnått',
      '2026-T1/measure/dueOn [choice] Åtgärden klar (tertial 1 2026)/Measure due (tertial 1 2026): ' +
        '1 maj 2026 → 1 juni 2026',
    ]);
  });
});

describe('running text in both', () => {
  const tokens = (before: string, after: string) =>
    differenceOf(entryWith({ comment: before }), entryWith({ comment: after })).sections[0]?.items[0]?.changes[0]
      ?.tokens;

  it('is told word by word from two fifths alike, and only then', () => {
    expect(tokens('aaaa bbbbbb', 'aaaa cccccc')).not.toBeNull();
    expect(tokens('aaaa bbbbbbbbb', 'aaaa ccccccccc')).toBeNull();
    // The longer of the two counts.
    expect(tokens('aaaa', 'aaaa bbbbbbbbbbbbbb')).toBeNull();
  });

  it('is not told so where there is nothing to compare with, nor of what is no text', () => {
    expect(tokens('', 'aaaa')).toBeNull();
    expect(tokens('aaaa', '')).toBeNull();
    const [change] = differenceOf(base, targetWith({ targetValue: '121.0' })).sections[0]!.items[0]!.changes;
    expect([change?.kind, change?.tokens]).toEqual(['number', null]);
  });
});

describe('what is an example in a difference', () => {
  const examples = (before: PublishedReport, after: PublishedReport) =>
    differenceOf(before, after).sections[0]?.items[0]?.changes.map(({ field, isExample }) => [field, isExample]);
  const value = (targetValue: string | null, targetValueProvenance: PublishedTarget['targetValueProvenance']) =>
    targetWith({ targetValue, targetValueProvenance });

  it('is told of each side by itself, and only of what is said', () => {
    expect(examples(value('120.0', 'illustrative'), value('110.0', 'verified'))).toEqual([
      ['targetValue', { before: true, after: false }],
    ]);
    expect(examples(value('120.0', 'verified'), value('110.0', 'illustrative'))).toEqual([
      ['targetValue', { before: false, after: true }],
    ]);
    expect(examples(value(null, 'illustrative'), value('110.0', 'illustrative'))).toEqual([
      ['targetValue', { before: false, after: true }],
    ]);
  });
});

describe('the shape of a difference', () => {
  const changed = differenceOf(
    entryWith({ comment: 'aaaa bbbbbb' }),
    reportWith({ foreword: 'Ett annat.', areas: targetWith({ targetValue: '1.0' }).areas.slice(0, 2) }),
  );
  it('holds what is made, and nothing else', () => {
    expect(PublishedDifference.parse(changed)).toEqual(changed);
    expect(PublishedDifference.safeParse({ ...changed, more: 1 }).success).toBe(false);
  });
});
