import { emptyEntryContent } from '@malspar/reporting-model';
import { anEntry } from '../testing/report-fixture';
import { draftChecks } from './draft-checks';

describe('the checks of a draft', () => {
  it('conclude nothing from the figure that was there before what is no number', () => {
    const content = {
      ...emptyEntryContent,
      assessment: 'on_track' as const,
      comment: 'Vi är nästan framme.',
      values: [{ period: '2025-Q4', value: '60.3' }],
    };
    const codes = (faults: Parameters<typeof draftChecks>[2]) =>
      draftChecks(anEntry(), content, faults, '2025-Q4').map((check) => check.code);
    expect(codes([])).toEqual(['assessment_contradicts', 'outside_series']);
    expect(codes([{ field: 'values/2025-Q4', code: 'not_a_number', params: {} }])).toEqual(['not_a_number']);
  });
});
