import { PlanFile } from '@malspar/plan-model';
import { uncleanTexts } from '@malspar/shared-testing';

it('cleans every text of the file', () => {
  // A source is a key among the sources; a comment is read by nobody.
  const keys = /\/(source|baselineSource|targetSource|\$comment)$|\/(sources|byFocusArea)\/\{key\}$/;
  expect(uncleanTexts(PlanFile).filter((path) => !keys.test(path))).toEqual([]);
});
