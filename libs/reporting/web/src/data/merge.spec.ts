import fc from 'fast-check';
import { type FieldPath, fieldPaths, type Fields } from '@malspar/reporting-model';
import { mergeFields } from './merge';

const name = fc.constantFrom<FieldPath[]>('assessment', 'comment', 'values/2025-Q4', 'measure/text', 'parts/1/Köket');
const text = fc.constantFrom('', 'a', 'b', 'c', 'd');
const fields = fc.dictionary(name, text) as fc.Arbitrary<Fields>;
const read = (from: Fields, field: FieldPath): string => from[field] ?? '';

describe('mergeFields', () => {
  it('merges changes of different fields by itself', () => {
    const merge = mergeFields({ comment: 'x' }, { comment: 'x', assessment: 'on_track' }, { comment: 'y' });
    expect(merge).toEqual({ fields: { comment: 'y', assessment: 'on_track' }, conflicts: [] });
  });

  it('leaves different changes of one field to a person, mine standing meanwhile', () => {
    const merge = mergeFields({ comment: 'x' }, { comment: 'mine' }, { comment: 'theirs' });
    expect(merge.fields).toEqual({ comment: 'mine' });
    expect(merge.conflicts).toEqual([{ field: 'comment', base: 'x', mine: 'mine', theirs: 'theirs' }]);
  });

  it('counts an emptied field as a change', () => {
    expect(mergeFields({ comment: 'x' }, {}, { comment: 'x' }).fields).toEqual({});
    expect(mergeFields({ comment: 'x' }, {}, { comment: 'y' }).conflicts).toHaveLength(1);
  });

  it('never loses what either has written', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const merge = mergeFields(base, mine, theirs);
        for (const field of fieldPaths(base, mine, theirs)) {
          const [was, my, their] = [base, mine, theirs].map((each) => read(each, field));
          const kept = [read(merge.fields, field)];
          const conflict = merge.conflicts.find((each) => each.field === field);
          if (conflict) kept.push(conflict.mine, conflict.theirs);
          if (my !== was) expect(kept).toContain(my);
          if (their !== was) expect(kept).toContain(their);
          if (my === was && their === was) expect(kept).toEqual([was]);
        }
      }),
    );
  });

  it('asks the same question and gives the same answer whoever is called mine', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const [one, other] = [mergeFields(base, mine, theirs), mergeFields(base, theirs, mine)];
        const asked = (merge: typeof one) => merge.conflicts.map((each) => each.field).sort();
        expect(asked(one)).toEqual(asked(other));
        if (one.conflicts.length === 0) expect(one.fields).toEqual(other.fields);
      }),
    );
  });
});
