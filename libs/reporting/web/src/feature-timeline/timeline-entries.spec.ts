import type { TimelineItem } from '@malspar/reporting-model';
import { revisionsOf, shortHash, timelineEntries } from './timeline-entries';

const item = (change: Partial<TimelineItem>): TimelineItem => ({
  at: '2026-01-01T00:00:00Z',
  who: '',
  kind: 'opened',
  transition: null,
  from: null,
  to: null,
  reason: null,
  revision: null,
  targetCode: null,
  text: null,
  dueOn: null,
  ...change,
});
const submit = item({ at: '2026-01-10T08:00:00Z', who: 'Anna', kind: 'transition', transition: 'submit', revision: 1 });
const back = item({ at: '2026-01-11T08:00:00Z', who: 'Mats', kind: 'transition', transition: 'return', revision: 1 });
const comment = item({ at: '2026-01-11T08:00:00Z', who: 'Mats', kind: 'comment', revision: 1, text: 'Hur?' });
const reply = (at: string) => item({ at, who: 'Anna', kind: 'reply', revision: 1, text: 'Så.' });

describe('a report’s history', () => {
  it('is told newest first, comments with the decision they came with', () => {
    const entries = timelineEntries([item({}), submit, back, comment]);
    expect(entries.map(({ word, comments }) => [word, comments.length])).toEqual([
      ['return', 1],
      ['submit', 0],
      ['opened', 0],
    ]);
  });

  it('tells replies of one day as one act', () => {
    const entries = timelineEntries([
      back,
      reply('2026-01-12T08:00:00Z'),
      reply('2026-01-12T09:00:00Z'),
      reply('2026-01-13T08:00:00Z'),
    ]);
    expect(entries.map(({ word, comments }) => [word, comments.length])).toEqual([
      ['replies', 1],
      ['replies', 2],
      ['return', 0],
    ]);
  });

  it('names each revision once, and as much of a hash as can be compared by eye', () => {
    expect(revisionsOf([submit, back, comment])).toEqual([1]);
    expect(shortHash('0123456789abcdef'.repeat(4))).toBe('0123456789ab');
  });
});
