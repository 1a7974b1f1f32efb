import { contentFaults } from './content-faults.js';
import { emptyEntryContent, type EntryContent } from './entry.js';
import { aCheckedEntry } from './testing/index.js';

const milestones = [{ title: 'Beslut', due: '2025-Q1', done: null }];
const entry = aCheckedEntry({ indicator: { milestones, breakdown: 'fordonsslag' } });
const faults = (content: Partial<EntryContent>) =>
  contentFaults({ ...emptyEntryContent, ...content }, entry, '2025-Q3').map((each) => `${each.pointer} ${each.code}`);

describe('contentFaults', () => {
  it('accepts what is due', () => {
    expect(
      faults({ values: [{ period: '2025-Q3', value: '1' }], milestones: [{ index: 0, done: '2025-Q3' }] }),
    ).toEqual([]);
  });

  it('points at periods that are not due, or given twice', () => {
    const values = ['2025-Q3', '2025-Q2', '2025-Q3'].map((period) => ({ period, value: '1' }));
    expect(faults({ values })).toEqual(['/values/1/period not-due', '/values/2/period given-twice']);
  });

  it('points at parts that are named twice, whatever the capitals, spaces and invisible signs', () => {
    const labels = ['Skolor', 'Vård', 'SKOLOR', 'Skolor\u200b ', 'Va\u030ard', 'Skolor 2'];
    const parts = labels.map((label) => ({ label, value: '1' }));
    expect(faults({ parts })).toEqual([2, 3, 4].map((index) => `/parts/${index}/label given-twice`));
  });

  it('points at milestones that are not there, given twice or yet to come', () => {
    const written = [
      { index: 0, done: '2025-Q4' },
      { index: 0, done: null },
      { index: 1, done: null },
    ];
    expect(faults({ milestones: written })).toEqual([
      '/milestones/0/done in-the-future',
      '/milestones/1/index given-twice',
      '/milestones/2/index no-such',
    ]);
  });
});
