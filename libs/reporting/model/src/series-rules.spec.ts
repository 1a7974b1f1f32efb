import { readFileSync } from 'node:fs';
import { PlanFile } from '@malspar/plan-model';
import { decimalSlip, type KnownValue, jump } from './series-rules.js';

const file = PlanFile.parse(
  JSON.parse(readFileSync(new URL('../../../../tools/seed/data/miljoplan-2021-2025.json', import.meta.url), 'utf8')),
);
const knownValue = ({ period, value }: { period: string; value: number }): KnownValue => ({
  period,
  value,
  written: String(value),
});
const indicators = file.focusAreas
  .flatMap((area) => area.targets)
  .map(({ code, indicator }) => ({ code, series: indicator.series.map(knownValue), step: 10 ** -indicator.decimals }));

interface Alarm {
  readonly where: string;
  readonly kind: 'slip' | 'jump';
}

/** Goes through every series as its owner did, one value after the other, each multiplied by `factor`. */
function alarms(factor: number): { asked: number; alarms: Alarm[] } {
  let asked = 0;
  const found = indicators.flatMap(({ code, series, step }) =>
    series.flatMap((known, index): Alarm[] => {
      const earlier = series.slice(0, index);
      const written = knownValue({ period: known.period, value: known.value * factor });
      const where = `${code} ${known.period}`;
      if (index > 0) asked++;
      if (decimalSlip(written, earlier)) return [{ where, kind: 'slip' }];
      return jump(written, earlier, step) ? [{ where, kind: 'jump' }] : [];
    }),
  );
  return { asked, alarms: found };
}

describe('the rules for values, over every series of the real plan', () => {
  it('hardly ever ask about a figure that is right, not even in a series with seasons', () => {
    const { asked, alarms: false_ } = alarms(1);
    expect(asked).toBeGreaterThan(300);
    // One rise in food waste, from 103 to 109 g after three quarters within 2 g of each other.
    expect(false_).toEqual([{ where: 'M3 2022-Q1', kind: 'jump' }]);
  });

  it.each([10, 100, 0.1, 0.01])('catch a figure that is %d times the right one', (factor) => {
    const { asked, alarms: caught } = alarms(factor);
    expect(caught.length / asked).toBeGreaterThan(0.97);
  });
});
