import { emptyEntryContent, type EntryContent } from './entry.js';
import { readableContent } from './readable-content.js';

const stored: EntryContent = {
  assessment: 'uncertain',
  values: [{ period: '2025-Q4', value: '46.1' }],
  noValueReason: 'Delvis uppskattat.',
  parts: [{ label: 'Skolor', value: '45.5' }],
  milestones: [{ index: 0, done: '2025-Q4' }],
  comment: 'Går framåt.',
  measure: { text: 'Byter pumpar', responsible: 'Driftchefen', dueOn: '2026-01-31' },
  explanations: { same_text: 'Läget är oförändrat.' },
};

const faulty: Record<keyof EntryContent, unknown> = {
  assessment: 'splendid',
  values: [{ period: '2025-Q4', value: 'NaN' }],
  noValueReason: null,
  parts: [{ label: '', value: '1' }],
  milestones: [{ index: -1, done: null }],
  comment: 'x'.repeat(100_000),
  measure: { text: 'Byter pumpar' },
  explanations: { no_such_check: 'x' },
};

describe('stored content', () => {
  it('is read as it stands when nothing is wrong with it', () => {
    expect(readableContent(stored)).toEqual({ content: stored, unreadable: [] });
  });

  it.each(Object.entries(faulty) as [keyof EntryContent, unknown][])(
    'is read but for %s when that is faulty',
    (field, value) => {
      expect(readableContent({ ...stored, [field]: value })).toEqual({
        content: { ...stored, [field]: emptyEntryContent[field] },
        unreadable: [field],
      });
    },
  );
});
