import {
  checkReport,
  emptyEntryContent,
  type EntryContent,
  isOpen,
  type ReportComment,
} from '@malspar/reporting-model';
import { draftChecks } from '../data/draft-checks';
import { entryShape } from '../data/draft-fields';
import { DraftSlot } from '../data/draft-slot';
import { anEntry } from '../testing/report-fixture';
import { stepsOf } from './steps';

const PERIOD = '2025-Q4';
const GIVEN = [{ period: PERIOD, value: '49.0' }];
const SLIP = [{ period: PERIOD, value: '497' }];
const DONE: Partial<EntryContent> = { assessment: 'on_track', values: GIVEN };

const comment = (change: Partial<ReportComment>): ReportComment => ({
  id: '00000000-0000-4000-8000-000000000002',
  revision: 1,
  targetCode: 'R1',
  field: '/comment',
  text: 'Varför?',
  suggestion: null,
  needsReply: true,
  author: 'Lars',
  createdAt: '2026-01-12T08:00:00.000Z',
  reply: null,
  repliedBy: null,
  repliedAt: null,
  ...change,
});

describe('the state of a step', () => {
  it.each<[string, Partial<EntryContent>, readonly ReportComment[]]>([
    ['nothing written', {}, []],
    ['an assessment alone', { assessment: 'on_track' }, []],
    ['an assessment and a value', DONE, []],
    ['a measure missing', { ...DONE, assessment: 'uncertain' }, []],
    ['a slip of the decimal sign', { ...DONE, values: SLIP }, []],
    ['an explained slip', { ...DONE, values: SLIP, explanations: { factor_of_ten: 'Ny mätmetod.' } }, []],
    ['a reason in place of the value', { ...DONE, values: [], noValueReason: 'Ej klart.' }, []],
    ['a value and a reason', { ...DONE, noValueReason: 'Ej klart.' }, []],
    ['a comment without a reply', DONE, [comment({})]],
    ['a comment that needs none', DONE, [comment({ needsReply: false })]],
    ['a comment with its reply', DONE, [comment({ reply: 'Därför.' })]],
  ])('is done when, and only when, the server would take it: %s', (_, change, comments) => {
    const content = { ...emptyEntryContent, ...change };
    const entry = anEntry({ content });
    const draft = new DraftSlot(
      {
        shape: entryShape,
        put: () => new Promise<never>(() => undefined),
        onSaved: () => undefined,
        shelf: { read: () => null, write: () => true, clear: () => undefined },
      },
      { content, version: 1, updatedAt: null, updatedBy: null, byYourself: false },
    );
    const checks = draftChecks(entry, draft.content(), draft.faults(), PERIOD);
    const none = { draft: null, checks: [], period: '' };
    const [step] = stepsOf([{ entry, draft, checks }], none, none, comments);
    const verdictContent = { verdict: 'fully' as const, explanation: 'Allt går väl.' };
    const open = checkReport({ period: PERIOD, entries: [entry], verdictContent, year: null, comments }).filter(isOpen);
    expect(step?.state === 'done').toBe(open.length === 0);
  });
});
