import { entryFields, verdictFields, yearFields } from './content-fields.js';
import { emptyEntryContent, type SoftCheckCode } from './entry.js';
import { type FieldPath, isFieldPath, isFieldPlace, valuePath } from './field-paths.js';

const whole = {
  ...emptyEntryContent,
  assessment: 'uncertain' as const,
  values: [{ period: '2025-Q4', value: '4' }],
  noValueReason: 'x',
  parts: [{ label: 'Kök/matsal', value: '1' }],
  milestones: [{ index: 0, done: null }],
  comment: 'x',
  measure: { text: 'x', responsible: 'x', dueOn: '2026-01-01' },
  explanations: { same_text: 'x' } satisfies Partial<Record<SoftCheckCode, string>>,
};
const targets = [{ targetCode: 'R1', assessment: 'on_track' as const, comment: 'x' }];
const every = {
  ...entryFields(whole),
  ...verdictFields({ verdict: 'fully', explanation: 'x' }),
  ...yearFields({ verdict: 'fully', explanation: 'x', targets }),
};

describe('the paths of a draft’s fields', () => {
  it.each(Object.keys(every))('%s is one', (path) =>
    expect([isFieldPath(path), isFieldPlace(path)]).toEqual([true, true]),
  );

  it.each(['values', 'parts', 'milestones', 'measure', 'explanations', 'year/assessment', 'year/comment'])(
    '%s is where several are',
    (place) => expect([isFieldPath(place), isFieldPlace(place)]).toEqual([false, true]),
  );

  it.each(['', 'val', 'measure/colour', 'year', 'year/verdict/R1', 'Comment', 'comment/x'])('%j is none', (path) =>
    expect([isFieldPath(path), isFieldPlace(path)]).toEqual([false, false]),
  );

  it('do not compile when they are none', () => {
    const known: FieldPath[] = ['comment', valuePath('2025-Q4'), 'year/comment/R1'];
    // @ts-expect-error No such field.
    const unknown: FieldPath = 'coment';
    expect(known).not.toContain(unknown);
  });
});
