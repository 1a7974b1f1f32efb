import { emptyEntryContent } from '@malspar/reporting-model';
import { reviewFields } from './review-fields';

const now = {
  ...emptyEntryContent,
  assessment: 'uncertain' as const,
  values: [{ period: '2025-Q4', value: '60.3' }],
  comment: 'Fler resor.',
  measure: { text: 'Se över resepolicyn.', responsible: 'Karin Ek', dueOn: '2026-06-30' },
  explanations: { outside_series: 'Ny leverantör.' },
};
const before = {
  assessment: 'on_track' as const,
  values: [{ period: '2025-Q3', value: '49.7' }],
  comment: 'Fler resor.',
};

describe('reviewFields', () => {
  it('stand in the order a report is read, the explanation by its value', () => {
    expect(reviewFields(now, before, null).map((field) => field.field)).toEqual([
      '/assessment',
      '/values/0',
      '/explanations/outside_series',
      '/comment',
      '/measure/text',
      '/measure/responsible',
      '/measure/dueOn',
    ]);
  });

  it('put two values beside each other with the period of each', () => {
    const value = reviewFields(now, before, null).find((field) => field.field === '/values/0');
    expect(value).toMatchObject({
      kind: 'number',
      before: '49.7',
      beforePeriod: '2025-Q3',
      after: '60.3',
      afterPeriod: '2025-Q4',
      changed: true,
    });
  });

  it('leave what is changed to the server where it has said so', () => {
    const changes = [{ field: '/comment', before: 'Som den frystes.', after: 'Fler resor.' }];
    const fields = reviewFields(now, before, changes);
    expect(fields.filter((field) => field.changed).map((field) => field.field)).toEqual(['/comment']);
    expect(fields.find((field) => field.field === '/comment')?.before).toBe('Som den frystes.');
  });

  it('take an unchanged field as said before, also where the earlier entry holds less', () => {
    const milestone = { ...emptyEntryContent, milestones: [{ index: 0, done: '2025-Q1' }] };
    expect(reviewFields(milestone, before, []).find((field) => field.field === '/milestones/0')).toMatchObject({
      before: '2025-Q1',
      after: '2025-Q1',
      changed: false,
    });
  });

  it('call nothing changed when there is nothing earlier', () => {
    expect(reviewFields(now, null, null).some((field) => field.changed)).toBe(false);
  });

  it('read a verdict as well', () => {
    const fields = reviewFields(
      { verdict: 'partly', explanation: 'Ny text.' },
      { verdict: 'largely', explanation: '' },
      null,
    );
    expect(fields.map(({ field, before: was, after }) => [field, was, after])).toEqual([
      ['/verdict', 'largely', 'partly'],
      ['/explanation', null, 'Ny text.'],
    ]);
  });
});
