import { readPlanFile } from '@malspar/plan-model';
import { smallPlan } from './small-plan.js';

describe('the small plan', () => {
  it.each([
    ['quarter', '2024-Q3'],
    ['tertial', '2024-T2'],
    ['year', '2024'],
  ] as const)('is a whole one by %s', (cadence, openPeriod) => {
    const read = readPlanFile(smallPlan({ cadence, openPeriod }));
    expect(read.ok ? [] : read.errors.map((error) => `${error.path} ${error.code}`)).toEqual([]);
  });
});
