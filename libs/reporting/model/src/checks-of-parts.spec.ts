import { hasAdditiveParts } from './checks-of-parts.js';
import { checkEntry } from './checks.js';
import { contentFaults } from './content-faults.js';
import { aCheckedEntry, type CheckedEntryChange } from './testing/index.js';

const PERIOD = '2025-Q3';
const split = {
  unit: 'ton',
  quantityKind: 'level',
  breakdown: 'department',
  decimals: 0,
  min: '0',
  max: '200',
} as const;

interface Written {
  readonly value?: string | null;
  readonly indicator?: CheckedEntryChange['indicator'];
  readonly change?: CheckedEntryChange;
}

function entryWith(parts: readonly string[], { value = '100', indicator, change }: Written = {}) {
  const labelled = parts.map((part, index) => ({ label: `Del ${index + 1}`, value: part }));
  const values = [{ period: PERIOD, value }];
  return aCheckedEntry({ ...change, indicator: { ...split, ...indicator }, content: { values, parts: labelled } });
}

const found = (parts: readonly string[], written: Written = {}) =>
  checkEntry(entryWith(parts, written), PERIOD)
    .filter(({ field }) => field.startsWith('/parts'))
    .map(({ kind, code, field }) => [kind, code, field]);

describe('the checks of the parts of a value', () => {
  it.each<[string, readonly string[], Written]>([
    ['make it up', ['60', '40'], {}],
    ['make it up but for rounding', ['33', '33', '33'], {}],
    ['are of a value that is not given yet', ['60'], { value: null }],
    ['are of a share', ['60', '60'], { indicator: { quantityKind: 'share', unit: '%' } }],
    ['are of an index', ['60', '60'], { indicator: { quantityKind: 'index', unit: 'index (2019 = 100)' } }],
    ['are of something per something', ['60', '60'], { indicator: { unit: 'kg per vårdtillfälle' } }],
    ['are smaller than the whole can be', ['60', '40'], { indicator: { min: '80' } }],
  ])('find nothing where they %s', (_, parts, written) => expect(found(parts, written)).toEqual([]));

  it('refuse each part that the stated range forbids, at its own field', () => {
    expect(found(['-39', '555', '1'])).toEqual([
      ['hard', 'part_below_unit', '/parts/1/Del 1'],
      ['hard', 'part_above_unit', '/parts/1/Del 2'],
    ]);
    expect(found(['0.5', '99.5'])).toEqual([
      ['hard', 'too_many_decimals', '/parts/1/Del 1'],
      ['hard', 'too_many_decimals', '/parts/1/Del 2'],
    ]);
  });

  it('refuse a share below what is stated, which no part of it can be either', () => {
    const share = { quantityKind: 'share', unit: '%', min: '80', max: '100' } as const;
    expect(found(['60'], { indicator: share })).toEqual([['hard', 'part_below_unit', '/parts/1/Del 1']]);
  });

  it('ask where they do not make up the value', () => {
    for (const parts of [['60', '160'], ['60'], ['60', '37']]) {
      expect(found(parts)).toEqual([['soft', 'parts_sum', '/parts']]);
    }
    const [check] = checkEntry(entryWith(['60', '160']), PERIOD).filter(({ code }) => code === 'parts_sum');
    expect(check?.params).toEqual({ sum: '220', value: '100' });
    const change = { exampleFields: [`values/${PERIOD}`] };
    const [example] = checkEntry(entryWith(['60', '160'], { change }), PERIOD).filter(
      ({ code }) => code === 'parts_sum',
    );
    expect(example?.params).toMatchObject({ examples: 'value' });
  });

  it('refuse them where the form never asks: no breakdown in the plan, or no value due', () => {
    const unasked = [['hard', 'parts_not_asked', '/parts']];
    expect(found(['60', '40'], { indicator: { breakdown: null } })).toEqual(unasked);
    expect(found(['60', '40'], { change: { duePeriods: [] } })).toEqual(unasked);
    const faults = (indicator: CheckedEntryChange['indicator']) => {
      const entry = entryWith(['60', '40'], { indicator });
      return contentFaults(entry.content, entry, PERIOD);
    };
    expect(faults({ breakdown: null })).toEqual([{ pointer: '/parts', code: 'not-asked' }]);
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['ton', true],
    ['MWh', true],
    ['kg/kvm', false],
    ['kg per anställd', false],
    ['% av inköpen', false],
  ])('take the parts of a level in %s as adding up: %s', (unit, additive) => {
    expect(hasAdditiveParts({ quantityKind: 'level', unit })).toBe(additive);
  });
});
