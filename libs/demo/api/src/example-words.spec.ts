import type { Assessment } from '@malspar/reporting-model';
import { exampleYearAssessment } from './example-words.js';

describe('an example of how a year is judged', () => {
  it.each<[Assessment, Assessment[]]>([
    ['on_track', ['achieved', 'achieved', 'achieved', 'on_track']],
    ['will_not_reach', ['uncertain', 'on_track', 'on_track', 'will_not_reach']],
    ['uncertain', ['uncertain', 'uncertain', 'uncertain', 'on_track']],
    ['achieved', ['on_track', 'achieved', 'on_track', 'achieved']],
    ['not_started', ['not_started', 'not_started', 'not_started', 'on_track']],
    ['on_track', ['on_track', 'on_track', 'on_track', 'not_measured']],
    ['not_measured', []],
  ])('is %s after %s: what was said most often, never better than when the year was known', (expected, said) => {
    expect(exampleYearAssessment(said)).toBe(expected);
  });
});
