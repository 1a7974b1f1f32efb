import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { composePublishedReport } from './composing/compose.js';
import { withExplanations } from './testing/early-versions.js';
import { valueOrigin } from './value-origin.js';
import { knownTo } from './known-to.js';
import type { PublishedReport, PublishedTarget } from './published-report.js';
import { sampleComposition } from './testing/sample-composition.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;
const report = (period: string, day: string, version = 1): PublishedReport =>
  composePublishedReport(sampleComposition(plan, period, { version, publishedAt: new Date(`${day}T12:00:00Z`) }));
const targetOf = (of: PublishedReport, code: string): PublishedTarget =>
  of.areas.flatMap(({ targets }) => targets).find((target) => target.code === code)!;
const withValue = (of: PublishedReport, code: string, period: string, value: string): PublishedReport => ({
  ...of,
  areas: of.areas.map((area) => ({
    ...area,
    targets: area.targets.map((target) =>
      target.code === code
        ? { ...target, series: target.series.map((point) => (point.period === period ? { ...point, value } : point)) }
        : target,
    ),
  })),
});
const originIn = (of: PublishedReport, code: string, known: readonly PublishedReport[]) => {
  const area = of.areas.find(({ targets }) => targets.some((target) => target.code === code))!;
  return valueOrigin(of, area, targetOf(of, code), known);
};

const third = report('2024-Q3', '2024-11-01');
const code = third.areas
  .flatMap(({ targets }) => targets)
  .find(({ series, indicator }) => indicator.cadence === 'quarter' && series.length > 3)!.code;
const period = targetOf(third, code).series.at(-2)!.period;
const now = targetOf(third, code).series.at(-2)!.value;

describe('how a figure came about', () => {
  it('names the last version in which another value stood', () => {
    const wrong = withValue(third, code, period, '777');
    const stillWrong = withValue(report('2024-Q3', '2024-11-15', 2), code, period, '777');
    const right = report('2024-Q4', '2025-02-01');
    expect(originIn(right, code, [right, stillWrong, wrong]).earlier).toEqual([
      { period, value: '777', provenance: 'illustrative', lastIn: { period: '2024-Q3', version: 2 } },
    ]);
    expect(originIn(right, code, [right, third]).earlier).toEqual([]);
  });

  it('knows nothing of what came later: a page that never changes says the same for ever', () => {
    const later = withValue(report('2024-Q4', '2025-02-01'), code, period, '777');
    const version = { report: third, sha256: '', files: [] };
    expect(originIn(third, code, knownTo(version, [later, third])).earlier).toEqual([]);
  });

  it('keeps what an earlier answer of the same year said, when the series now says something else', () => {
    const year = report('2024', '2025-02-01');
    const said = targetOf(year, code).earlierAnswers[0]!.values[0]!;
    const changed = withValue(year, code, said.period, '777');
    expect(originIn(changed, code, [changed]).earlier).toEqual([
      { period: said.period, value: said.value, provenance: said.provenance, lastIn: { period: '2024', version: 1 } },
    ]);
  });

  it('tells the values, the approvals and every version that has the newest figure', () => {
    const year = report('2024', '2025-02-01');
    const asked = targetOf(year, code);
    const fourth = report('2024-Q4', '2025-01-30');
    const origin = originIn(year, code, [year, fourth, third]);
    expect(origin.values).toHaveLength(4);
    expect(origin.values.every(({ value }) => value !== null)).toBe(true);
    expect(origin.approvals.map((each) => each.period)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(origin.approvals.every(({ approvedOn }) => approvedOn !== null)).toBe(true);
    expect(origin.publishedIn).toEqual([
      { period: '2024', version: 1 },
      { period: '2024-Q4', version: 1 },
    ]);
    expect(origin.explanations).toEqual([]);
    expect(now).toBe(asked.series.find((point) => point.period === period)?.value);
  });

  it('tells what an early version published of the explanations', () => {
    const year = withExplanations(report('2024', '2025-02-01'), 'Fler har svarat.');
    expect(originIn(year, code, [year]).explanations[0]).toEqual({
      period: '2024-Q1',
      check: 'outside_series',
      text: 'Fler har svarat.',
    });
  });

  it('gives a source only where a browser can go', () => {
    const source = { key: 'page', title: 'Källa', url: 'javascript:alert(1)' };
    const sourced = (url: string): PublishedReport => {
      const changed = { ...third, sources: [{ ...source, url }] };
      return {
        ...changed,
        areas: changed.areas.map((area) => ({
          ...area,
          targets: area.targets.map((target) => ({ ...target, sourceKey: 'page', series: [] })),
        })),
      };
    };
    expect(originIn(sourced('javascript:alert(1)'), code, []).source).toBeNull();
    expect(originIn(sourced('https://exempel.se/kalla'), code, []).source?.url).toBe('https://exempel.se/kalla');
  });
});
