// The order of spec files: those that take longest come first, or one worker would be left with one of them at the end
// while the other has nothing to do. Jest learns how long each takes, but not in a clean checkout.
import sequencer from '@jest/test-sequencer';

/** @type {typeof import('@jest/test-sequencer').default} */
const TestSequencer = /** @type {any} */ (sequencer).default ?? sequencer;

/** Half a minute of a core or more, the longest first. */
export const SLOWEST = [
  'apps/api-e2e/src/publication-killed.e2e.ts',
  'tools/new-domain/new-domain.spec.mjs',
  'apps/api-e2e/src/publication-pressure.e2e.ts',
  'apps/api-e2e/src/database-trouble.e2e.ts',
  'apps/api-e2e/src/public-site-endures.e2e.ts',
  'libs/environmental-report/web/src/site/render-page.spec.ts',
  'libs/environmental-report/web/src/site/example-labels.spec.ts',
  'apps/api-e2e/src/cost-of-requests.e2e.ts',
];

export default class SlowestFirst extends TestSequencer {
  /**
   * @override
   * @param {import('@jest/test-result').Test[]} tests
   * @returns {Promise<import('@jest/test-result').Test[]>}
   */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const place = ({ path = '' }) => {
      const index = SLOWEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`/${name}`));
      return index < 0 ? SLOWEST.length : index;
    };
    return sorted.sort((one, other) => place(one) - place(other));
  }
}
