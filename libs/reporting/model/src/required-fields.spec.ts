import { checkEntry, checkVerdict } from './checks.js';
import { emptyEntryContent, type EntryContent } from './entry.js';
import { requiredFields, requiredVerdictFields } from './required-fields.js';
import { aCheckedEntry } from './testing/index.js';

const PERIOD = '2025-Q3';
const GIVEN = [{ period: PERIOD, value: '46.1' }];
const required = (content: Partial<EntryContent>, change: Parameters<typeof aCheckedEntry>[0] = {}) =>
  [...requiredFields(aCheckedEntry({ ...change, content: { ...emptyEntryContent, ...content } }), PERIOD)].sort();

describe('the fields that have to be filled in', () => {
  it.each<[string, Partial<EntryContent>, string[]]>([
    ['nothing is written: a value or the reason why there is none', {}, ['/assessment', '/noValueReason', '/values']],
    ['a value is given', { values: GIVEN }, ['/assessment', '/values']],
    ['a reason is given', { noValueReason: 'Ej klart.' }, ['/assessment', '/noValueReason']],
    [
      'the target is in doubt',
      { assessment: 'uncertain', values: GIVEN },
      ['/assessment', '/measure/dueOn', '/measure/responsible', '/measure/text', '/values'],
    ],
  ])('when %s', (_, content, fields) => expect(required(content)).toEqual(fields));

  it('has no value among them where none is due, or where it cannot be measured yet', () => {
    expect(required({}, { duePeriods: [] })).toEqual(['/assessment']);
    expect(required({}, { notMeasurableUntil: '2026-Q1' })).toEqual(['/assessment']);
  });

  it('are both fields of the verdict', () => {
    expect([...requiredVerdictFields()]).toEqual(['/verdict', '/explanation']);
    expect(checkVerdict({ verdict: null, explanation: '' }).map(({ field }) => field)).toEqual([
      '/verdict',
      '/explanation',
    ]);
  });
});

describe('a value together with why it is missing', () => {
  const codes = (values: EntryContent['values'], duePeriods = [PERIOD]) =>
    checkEntry(
      aCheckedEntry({
        duePeriods,
        content: { ...emptyEntryContent, assessment: 'on_track', values, noValueReason: 'Mäts inte än.' },
      }),
      PERIOD,
    ).map(({ kind, code, field }) => `${kind} ${code} ${field}`);

  it('refuses the submit until one of the two has gone', () => {
    expect(codes(GIVEN)).toEqual(['hard value_and_reason /noValueReason']);
    expect(codes([])).toEqual([]);
  });

  it('is no contradiction while one of several values is missing', () => {
    expect(codes(GIVEN, ['2025-Q2', PERIOD])).toEqual([]);
    expect(codes([...GIVEN, { period: '2025-Q2', value: null }], ['2025-Q2', PERIOD])).toEqual([]);
    expect(codes([...GIVEN, { period: '2025-Q2', value: '47.0' }], ['2025-Q2', PERIOD])).toHaveLength(1);
  });
});
