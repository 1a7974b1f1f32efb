import { readFileSync } from 'node:fs';
import { periodText } from '@malspar/figures-model';
import { type CheckedPlan, readPlanFile } from '@malspar/plan-model';
import { composePublishedReport } from './compose.js';
import { verdictsFigure } from '../figures/index.js';
import type { Composition } from './composition.js';
import { differenceOf } from '../difference/difference.js';
import { PublishedReport } from '../published-report.js';
import { sampleComposition } from '../testing/sample-composition.js';
import { slugOf } from '@malspar/shared-model';
import { fileStem } from '../file-names.js';

function planFrom(name: string): CheckedPlan {
  const reading = readPlanFile(JSON.parse(readFileSync(`tools/seed/data/${name}.json`, 'utf8')));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.plan;
}
const plan = planFrom('miljoplan-2021-2025');
const tertials = planFrom('exempel-tertial');

const compose = (period: string, change: Partial<Composition> = {}, file = plan): PublishedReport =>
  composePublishedReport(sampleComposition(file, period, change));

/** The composition with one area's report of one period changed, as after a correction. */
function corrected(period: string, slug: string, change: (report: Composition['reports'][number]) => void) {
  const input = sampleComposition(plan, period, {
    version: 2,
    correction: { reason: 'Ett tal var fel.', date: '2026-03-01', ofVersion: 1 },
  });
  const reports = structuredClone<Composition['reports']>(input.reports);
  for (const report of reports) if (report.content.focusArea.slug === slug) change(report);
  return composePublishedReport({ ...input, reports });
}
/** As before years were judged by themselves. */
function withoutYear<T extends { year?: unknown }>(said: T): T {
  const before = { ...said };
  delete before.year;
  return before;
}

const target = (report: PublishedReport, code: string) => {
  const found = report.areas.flatMap((area) => area.targets).find((each) => each.code === code);
  if (!found) throw new Error(`no target ${code}`);
  return found;
};

describe('a published report', () => {
  it('never says both a figure and why there is none', () => {
    const reason = 'Underlaget saknas.';
    const { answer } = target(
      corrected('2024-Q3', 'resor-och-transporter', ({ content }) => {
        for (const entry of content.entries) entry.content.noValueReason = reason;
      }),
      'R3',
    );
    expect(answer.values.map(({ value }) => value)).not.toContain(null);
    expect(answer.noValueReason).toBe('');
  });

  it('is strict, and the same for the same input', () => {
    const report = compose('2024-Q3');
    expect(compose('2024-Q3')).toEqual(report);
    expect(PublishedReport.safeParse({ ...report, more: 1 }).success).toBe(false);
    expect(report).toMatchObject({
      kind: 'period',
      slug: 'miljoredovisning-kvartal-3-2024',
      periodText: { sv: 'Kvartal 3 2024', en: 'Quarter 3 2024' },
      publishedOn: { date: '2026-02-15', sv: '15 februari 2026', en: '15 February 2026' },
      illustrative: true,
    });
    expect(fileStem(report)).toBe('miljoredovisning-kvartal-3-2024-v1');
  });

  it('holds no ids and no names of people', () => {
    expect(JSON.stringify(compose('2024'))).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4|submittedBy|"id"/);
  });

  it('knows nothing of what came after its period', () => {
    const { series, caption } = target(compose('2022-Q2'), 'R1');
    expect(series.at(-1)?.period).toBe('2022-Q2');
    expect(caption.sv).toMatch(/^Har minskat \d+/);
    expect(target(compose('2022-Q3'), 'B2').caption.sv).toContain('1 av');
    expect(compose('2022-Q2').amendments).toHaveLength(1);
    expect(compose('2024-Q2').amendments).toHaveLength(2);
  });

  it('writes figures with the indicator’s decimals and loses none', () => {
    const report = compose('2024-Q4');
    for (const area of report.areas) {
      for (const { indicator, series, answer } of area.targets) {
        for (const { value } of [...series, ...answer.values]) {
          expect(value?.split('.')[1]?.length ?? 0).toBe(indicator.decimals);
        }
        for (const { period, value } of answer.values) {
          expect(series).toContainEqual(expect.objectContaining({ period, value }));
        }
      }
    }
  });

  it('gathers the periods of a year', () => {
    const year = compose('2024');
    const [area] = year.areas;
    expect(year).toMatchObject({ kind: 'year', slug: 'miljoredovisning-2024', reports: { length: 28 } });
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
    expect(area?.earlierVerdicts.map(({ period }) => period)).toEqual(quarters);
    expect(target(year, 'R1').earlierAnswers.map((entry) => entry.period)).toEqual(quarters);
    expect(target(year, 'R2').answer.values).toEqual([{ period: '2024', value: '44', provenance: 'illustrative' }]);
  });

  it.each([
    ['quarters', '2024', '2024-Q4', plan],
    ['tertials', '2027', '2027-T3', tertials],
  ])(
    'takes what is said of a year of %s from the year’s own part, never from its last period',
    (_, year, last, file) => {
      const [whole, period] = [compose(year, {}, file), compose(last, {}, file)];
      for (const [index, area] of whole.areas.entries()) {
        const inLast = period.areas[index]!;
        expect(area.reportedFor).toBe(year);
        expect(area.verdict).not.toBe(inLast.verdict);
        expect(area).not.toHaveProperty('year');
        expect(inLast).toMatchObject({ reportedFor: last, year: { period: year, verdict: area.verdict } });
        expect(area.earlierVerdicts.at(-1)).toMatchObject({ period: last, verdict: inLast.verdict });
        for (const [nth, { answer, earlierAnswers }] of area.targets.entries()) {
          const said = inLast.targets[nth]!;
          expect(answer).toMatchObject({ period: year, assessment: said.year?.assessment, measure: null });
          expect(answer.comment).toContain(`Sett över hela ${year}`);
          expect(earlierAnswers.at(-1)).toEqual(said.answer);
        }
      }
    },
  );

  it('says that a year has no verdict rather than to borrow one, and shows its periods beside', () => {
    const { reports } = sampleComposition(plan, '2024');
    const before = reports.map(({ content, ...rest }) => ({ ...rest, content: withoutYear(content) }));
    const year = compose('2024', { reports: before });
    for (const area of year.areas) {
      expect(area).toMatchObject({ reportedFor: '2024', verdict: null, verdictExplanation: '' });
      expect(area.earlierVerdicts.map(({ verdict }) => verdict)).not.toContain(null);
      expect(area.verdicts.map(({ period }) => period)).not.toContain('2024');
      expect(area.targets.map(({ answer }) => answer.assessment)).toEqual(area.targets.map(() => null));
    }
    const last = before.filter(({ content }) => content.period === '2024-Q4');
    expect(compose('2024-Q4', { reports: last }).areas[0]).not.toHaveProperty('year');
  });

  it('draws years with years in a year’s report, and periods with periods in a period’s', () => {
    const { verdicts } = sampleComposition(plan, '2024');
    const [known] = verdicts;
    const earlier = [
      ...verdicts,
      { ...known!, period: '2023', verdict: 'not' as const, provenance: 'verified' as const },
    ];
    const year = compose('2024', { verdicts: earlier });
    expect(year.areas[0]?.verdicts.slice(-6).map(({ period }) => period)).toEqual(
      '2023 2024-Q1 2024-Q2 2024-Q3 2024-Q4 2024'.split(' '),
    );
    const drawn = (period: string, change = {}) =>
      verdictsFigure(compose(period, change), 'sv')?.table.rows.map(([name]) => name);
    expect(drawn('2024', { verdicts: earlier })).toEqual(['2024', '2023']);
    expect(drawn('2024')).toHaveLength(16);
    expect(drawn('2024-Q4', { verdicts: earlier })).toHaveLength(16);
    expect(verdictsFigure(year, 'sv')?.caption).toMatch(/^2024: av 7 målområden/);
  });

  it('compares years with years: a yearly version that has its last quarter’s verdict is compared with nothing', () => {
    const before = compose('2023');
    const borrowed = {
      ...before,
      areas: before.areas.map(({ earlierVerdicts, ...area }) => {
        const last = earlierVerdicts.at(-1)!;
        const targets = area.targets.map((each) => ({ ...each, answer: each.earlierAnswers.at(-1)! }));
        return {
          ...area,
          reportedFor: '2023-Q4',
          verdict: last.verdict,
          earlierVerdicts: earlierVerdicts.slice(0, 3),
          targets,
        };
      }),
    };
    const { comparison } = compose('2024', { before: borrowed });
    expect(comparison?.summary.sv).toMatch(/0 som 2023; 7 kan inte jämföras$/);
    const turns = comparison?.areas.flatMap((area) => [area.turn, ...area.targets.map((each) => each.assessment.turn)]);
    expect(new Set(turns)).toEqual(new Set(['unclear']));
  });

  it('gathers tertials just as well, and follows the order asked for', () => {
    const year = compose('2027', { order: ['skolmat'] }, tertials);
    expect(year.reports.map((report) => report.period)).toEqual(
      expect.arrayContaining(['2027-T1', '2027-T2', '2027-T3']),
    );
    expect(year.order[0]).toBe('skolmat');
    expect(year.areas.map((area) => area.slug)).toEqual(year.order);
  });

  it('states a gap instead of an area that did not report', () => {
    const { reports } = sampleComposition(plan, '2024-Q3');
    const report = compose('2024-Q3', {
      reports: reports.filter(({ content }) => content.focusArea.slug !== 'lakemedel'),
      gaps: [{ areaSlug: 'lakemedel', period: '2024-Q3', reason: 'Ansvarig saknades.' }],
    });
    expect(report.order).not.toContain('lakemedel');
    expect(report.gaps).toEqual([
      { areaSlug: 'lakemedel', areaTitle: 'Läkemedel', period: '2024-Q3', reason: 'Ansvarig saknades.' },
    ]);
  });

  it('names only the sources that it uses', () => {
    const report = compose('2024-Q3');
    const text = JSON.stringify({ ...report, sources: [] });
    expect(report.sources.length).toBeGreaterThan(2);
    for (const source of report.sources) expect(text).toContain(`"sourceKey":"${source.key}"`);
  });

  it('states what the plan is built on; versions from before that was said are read as they are', () => {
    const { drivers, ...before } = compose('2024-Q3');
    expect(drivers?.map(({ title }) => title)).toContain('Agenda 2030');
    expect(PublishedReport.parse(before)).toEqual(before);
  });

  it('says what is better and worse than a year before', () => {
    const before = compose('2023');
    const { comparison, areas } = compose('2024', { before });
    expect(comparison?.with).toEqual({ period: '2023', version: 1 });
    expect(comparison?.summary.sv).toBe('Av 7 målområden bedöms 0 bättre, 0 sämre och 7 som 2023');
    const [area] = comparison?.areas ?? [];
    expect(area?.sentence.sv).toMatch(/^Oförändrat mot 2023: /);
    const r1 = area?.targets.find((each) => each.code === 'R1');
    // The year’s own values, the means of four quarters: never those of the fourth.
    expect(r1?.value).toEqual({
      ...{ beforePeriod: '2023', before: '51.1', afterPeriod: '2024', after: '55.6' },
      turn: 'worse',
    });
    expect(r1?.sentence.sv).toMatch(
      /^Uppnått, som året före\. Utfallet har gått från .* \(2023\) till .* \(medelvärdet för 2024\), åt fel håll$/,
    );
    expect(areas).toHaveLength(7);
  });

  it('names both periods of the values that it compares', () => {
    const { comparison } = compose('2024-Q3', { before: compose('2023-Q3') });
    const moved = comparison?.areas.flatMap(({ targets }) => targets.filter(({ value }) => value !== null)) ?? [];
    const text = (code: string): string => periodText(code, 'sv');
    expect(moved.length).toBeGreaterThan(10);
    for (const { value, sentence } of moved) {
      expect(sentence.sv).toContain(text(value?.beforePeriod ?? ''));
      expect(sentence.sv).toContain(`(${text(value?.afterPeriod ?? '')})`);
    }
    const r1 = moved.find(({ code }) => code === 'R1')?.sentence;
    expect(r1?.sv).toMatch(/gått från [^(]* \(kvartal 3 2023\) till [^(]* \(kvartal 3 2024\), åt (rätt|fel) håll$/);
    expect(r1?.en).toMatch(/gone from [^(]* \(quarter 3 2023\) to [^(]* \(quarter 3 2024\), in the (right|wrong) dir/);
  });

  it('names both periods also where nothing has changed', () => {
    const { series } = sampleComposition(plan, '2024-Q3');
    const level = { ...series, R1: (series['R1'] ?? []).map((point) => ({ ...point, value: '51.5' })) };
    const { comparison } = compose('2024-Q3', { before: compose('2023-Q3'), series: level });
    const r1 = comparison?.areas.flatMap(({ targets }) => targets).find(({ code }) => code === 'R1')?.sentence;
    expect(r1?.sv).toMatch(/oförändrat mot kvartal 3 2023: 51,5[^(]* \(kvartal 3 2024\)$/);
    expect(r1?.en).toMatch(/unchanged from quarter 3 2023: 51\.5[^(]* \(quarter 3 2024\)$/);
  });

  it.each([
    ['48.5', '50', /har gått från 48,5 \(kvartal 3 2023\) till 51,5 \(kvartal 3 2024\), lika långt från målvärdet$/],
    ['47', '50', /har gått från 47,0 \(kvartal 3 2023\) till 51,5 \(kvartal 3 2024\), åt rätt håll$/],
    ['50', '50', /har gått från 50,0 \(kvartal 3 2023\) till 51,5 \(kvartal 3 2024\), åt fel håll$/],
    ['51.50', '50', /oförändrat mot kvartal 3 2023: 51,5 \(kvartal 3 2024\)$/],
    ['-51.5', '0', /har gått från −51,5 \(kvartal 3 2023\) till 51,5 \(kvartal 3 2024\), lika långt från målvärdet$/],
    ['0', '0', /har gått från 0,0 \(kvartal 3 2023\) till 51,5 \(kvartal 3 2024\), åt fel håll$/],
  ])('says that a value went from %s to 51.5 where it is to reach %s', (was, targetValue, sentence) => {
    const { series } = sampleComposition(plan, '2024-Q3');
    const R1 = (series['R1'] ?? []).map((point) => ({ ...point, value: was }));
    const file = structuredClone(plan);
    const target = file.focusAreas.flatMap(({ targets }) => targets).find(({ code }) => code === 'R1');
    Object.assign(target?.indicator ?? {}, { direction: 'reach', unit: '', target: targetValue });
    const { comparison } = compose('2024-Q3', { before: compose('2023-Q3'), series: { ...series, R1 } }, file);
    const said = comparison?.areas.flatMap(({ targets }) => targets).find(({ code }) => code === 'R1')?.sentence;
    expect(said?.sv).toMatch(sentence);
  });

  it('tells a better verdict from a worse one, and what cannot be compared', () => {
    const before = compose('2023-Q1');
    const turns = compose('2024-Q2', { before }).comparison?.areas.map((area) => area.turn);
    expect(new Set(turns)).toEqual(new Set(['better', 'worse']));
    const empty = { ...before, areas: [] };
    expect(compose('2024-Q2', { before: empty }).comparison?.areas[0]?.turn).toBe('unclear');
  });
});

describe('the difference between two published versions', () => {
  it('is nothing between a version and itself', () => {
    const report = compose('2024-Q3');
    expect(differenceOf(report, report)).toMatchObject({ general: [], sections: [] });
  });

  it('shows a corrected figure and its words, and nothing else', () => {
    const v1 = compose('2024-Q3');
    const v2 = corrected('2024-Q3', 'resor-och-transporter', ({ content }) => {
      const [entry] = content.entries;
      if (!entry) return;
      entry.content.values = [{ period: '2024-Q3', value: '77.7' }];
      entry.content.comment = 'Under perioden har arbetet med R1 avstannat helt.';
    });
    const [area, ...others] = differenceOf(v1, v2).sections;
    expect(others).toEqual([]);
    expect(area?.items.map((each) => each.code)).toEqual(['R1']);
    const [value, comment] = area?.items[0]?.changes ?? [];
    const old = target(v1, 'R1').answer.values[0]?.value;
    expect(value).toMatchObject({
      field: 'series/2024-Q3',
      label: { sv: 'Utfall kvartal 3 2024' },
      kind: 'number',
      numbers: { before: old, after: '77.7' },
      after: { sv: '77,7', en: '77.7' },
    });
    const joined = (kinds: string[]) =>
      comment?.tokens
        ?.filter((t) => kinds.includes(t.kind))
        .map((t) => t.text)
        .join('');
    expect(joined(['same', 'del'])).toBe(target(v1, 'R1').answer.comment);
    expect(joined(['same', 'ins'])).toBe(target(v2, 'R1').answer.comment);
  });

  it('is about the latest figures between two years', () => {
    const { sections } = differenceOf(compose('2023'), compose('2024'));
    const fields = sections.flatMap(({ items }) => items.flatMap((each) => each.changes.map((change) => change.field)));
    expect(fields).toContain('latest');
    expect(fields.some((field) => field.startsWith('series/'))).toBe(false);
  });

  it('never sets a year against its last quarter, also where a version has the one in the other’s place', () => {
    const [year, quarter] = [compose('2024'), compose('2024-Q4')];
    const [area] = differenceOf(quarter, year).sections;
    expect(area?.changes.map(({ field }) => field)).toEqual(['verdict', 'verdictExplanation']);
    const asPublished = year.areas.map(({ earlierVerdicts, ...each }, index) => {
      const inQuarter = withoutYear(quarter.areas[index]!);
      return { ...each, ...inQuarter, earlierVerdicts: earlierVerdicts.slice(0, 3), targets: each.targets };
    });
    const [corrected] = differenceOf({ ...year, areas: asPublished }, year).sections;
    expect(corrected?.changes.map(({ field, before }) => [field, before])).toEqual([
      ['verdict', null],
      ['verdictExplanation', null],
    ]);
  });

  it('tells an area that came or went', () => {
    const whole = compose('2024-Q3');
    const part = { ...whole, areas: whole.areas.slice(1) };
    expect(differenceOf(whole, part).sections).toMatchObject([{ presence: 'removed', key: 'resor-och-transporter' }]);
    expect(differenceOf(part, whole).sections).toMatchObject([{ presence: 'added' }]);
  });
});

describe('file names', () => {
  it.each([
    ['Miljöredovisning 2024', 'miljoredovisning-2024'],
    ['  Å/../ö — <b>', 'a-o-b'],
    ['漢字', ''],
  ])('are plain: %s', (text, slug) => expect(slugOf(text)).toBe(slug));
});
