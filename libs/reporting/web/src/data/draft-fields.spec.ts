import { type EntryContent, emptyEntryContent } from '@malspar/reporting-model';
import fc from 'fast-check';
import {
  entryShape,
  entryShapeOf,
  faultsOf,
  normalisedFields,
  partField,
  partLabel,
  partNamed,
  sameFields,
  typedAll,
} from './draft-fields';

const word = fc.stringMatching(/^[a-zåäö/ ]{1,8}[a-z]$/).map((text) => text.trim());
const number = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9 }))
  .map(([whole, tenth]) => `${whole}.${tenth}`);
const content: fc.Arbitrary<EntryContent> = fc.record({
  assessment: fc.constantFrom(null, 'on_track' as const, 'uncertain' as const),
  values: fc.uniqueArray(fc.record({ period: fc.constantFrom('2025-Q3', '2025-Q4'), value: number }), {
    selector: (value) => value.period,
  }),
  noValueReason: word,
  parts: fc.array(fc.record({ label: word, value: number }), { maxLength: 4 }),
  milestones: fc.uniqueArray(
    fc.record({ index: fc.integer({ min: 0, max: 9 }), done: fc.constantFrom(null, '2025-Q4') }),
    { selector: (milestone) => milestone.index },
  ),
  comment: word,
  measure: fc.option(fc.record({ text: word, responsible: word, dueOn: fc.constantFrom(null, '2026-01-31') })),
  explanations: fc.record({ factor_of_ten: word }, { requiredKeys: [] }),
});

describe('parts', () => {
  it('with the same name are a fault at the later one, whatever the capitals and spaces', () => {
    const typed = { 'parts/1/Skolor': '1', 'parts/1/Vård': '2', 'parts/1/ SKOLOR': '3' };
    expect(faultsOf(typed)).toEqual([{ field: 'parts/1/ SKOLOR', code: 'part_twice', params: { label: ' SKOLOR' } }]);
    expect(faultsOf({ ...typed, 'parts/1/ SKOLOR': '' })).toEqual([]);
    expect([partNamed(typed, 'vård\u200b'), partNamed(typed, 'Kök')]).toEqual(['parts/1/Vård', null]);
  });
});

describe('entryShape', () => {
  it('takes a content apart and puts the same one together again', () => {
    fc.assert(
      fc.property(content, (each) => {
        const again = entryShape.contentOf(entryShape.fieldsOf(each));
        const byPeriod = [...each.values].sort((a, b) => a.period.localeCompare(b.period));
        const byIndex = [...each.milestones].sort((a, b) => a.index - b.index);
        expect(again).toEqual({ ...each, values: byPeriod, milestones: byIndex });
      }),
    );
  });

  it('survives being shown for typing', () => {
    fc.assert(
      fc.property(content, (each) => {
        const fields = entryShape.fieldsOf(each);
        const typed = typedAll(fields);
        expect(sameFields(normalisedFields(typed), fields)).toBe(true);
      }),
    );
  });

  it('makes the empty content of no fields', () => {
    expect(entryShape.contentOf({})).toEqual(emptyEntryContent);
  });
});

describe('faultsOf', () => {
  it('finds numbers that cannot be read and texts that are too long', () => {
    const typed = { 'values/2025-Q4': 'ca 46', [partField('Köket')]: '1 234,5', comment: 'x'.repeat(4001) };
    expect(faultsOf(typed).map(({ field, code }) => [field, code])).toEqual([
      ['values/2025-Q4', 'letters'],
      ['comment', 'too_long'],
    ]);
  });

  it('reads numbers as those of the indicator', () => {
    const { numbers } = entryShapeOf({ unit: 'kWh/m²', decimals: 1 });
    const typed = { 'values/2025-Q4': '46,1 kWh/m2', [partField('Köket')]: '46 MWh' };
    expect(normalisedFields(typed, numbers)['values/2025-Q4']).toBe('46.1');
    expect(faultsOf(typed, numbers)).toEqual([
      { field: partField('Köket'), code: 'other_unit', params: { written: 'MWh', unit: 'kWh/m²', decimals: 1 } },
    ]);
  });
});

it('keeps a label with slashes whole', () => {
  expect(partLabel(partField('Kök/servering', 2))).toBe('Kök/servering');
});
