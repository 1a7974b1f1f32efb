import { at } from './root.mjs';
import { wholeJourneys, wholeSpecs } from './test-runners.mjs';

describe('what is known of a run', () => {
  it('is each spec file where every test has passed', () => {
    const file = (name, status, ...statuses) => ({
      name: at('libs', `${name}.spec.ts`),
      status,
      assertionResults: statuses.map((each) => ({ status: each })),
    });
    const report = [
      file('good', 'passed', 'passed', 'passed'),
      file('failing', 'failed', 'passed', 'failed'),
      file('skipped', 'passed', 'passed', 'pending'),
      file('planned', 'passed', 'todo'),
      file('broken', 'failed'),
    ];
    expect([...wholeSpecs(report)]).toEqual([['libs/good.spec.ts', 2]]);
  });

  it('is each file of journeys where every one went as expected, at the first attempt', () => {
    const specs = (...statuses) => statuses.map((status) => ({ tests: [{ status }] }));
    const report = [
      { file: 'good.journey.ts', specs: specs('expected'), suites: [{ specs: specs('expected', 'expected') }] },
      { file: 'failing.journey.ts', specs: specs('expected'), suites: [{ specs: specs('unexpected') }] },
      { file: 'flaky.journey.ts', specs: specs('flaky') },
      { file: 'skipped.journey.ts', specs: specs('expected', 'skipped') },
    ];
    expect([...wholeJourneys(report)]).toEqual([['apps/web-e2e/src/good.journey.ts', 3]]);
  });
});
