import { TestBed } from '@angular/core/testing';
import { EMPTY_DRAFT, ReviewDrafts, sendable, SESSION_STORAGE } from './review-draft';

const comment = { targetCode: 'R1', field: '/comment', text: 'Förtydliga.', suggestion: null };

function drafts(given: Record<string, string> = {}) {
  const stored = new Map(Object.entries(given));
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  };
  TestBed.configureTestingModule({ providers: [{ provide: SESSION_STORAGE, useValue: storage }] });
  return { drafts: TestBed.inject(ReviewDrafts), stored };
}

describe('a reviewer’s unsent words', () => {
  it('are there again after a reload, report by report', () => {
    const { drafts: kept } = drafts();
    kept.write('one', { comments: [comment], reason: 'Två saker.' });
    expect(kept.read('one')).toEqual({ comments: [comment], reason: 'Två saker.' });
    expect(kept.read('two')).toEqual(EMPTY_DRAFT);
  });

  it('leave nothing behind once they are sent', () => {
    const { drafts: kept, stored } = drafts();
    kept.write('one', { comments: [comment], reason: '' });
    kept.write('one', EMPTY_DRAFT);
    expect(stored.size).toBe(0);
  });

  it('are nothing when what is stored is not ours', () =>
    expect(drafts({ 'malspar.review.one': '{"comments":"no"}' }).drafts.read('one')).toEqual(EMPTY_DRAFT));

  it('survive a browser that stores nothing', () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    TestBed.configureTestingModule({
      providers: [{ provide: SESSION_STORAGE, useValue: { getItem: refuse, setItem: refuse, removeItem: refuse } }],
    });
    const kept = TestBed.inject(ReviewDrafts);
    expect(() => kept.write('one', { comments: [comment], reason: '' })).not.toThrow();
    expect(kept.read('one')).toEqual(EMPTY_DRAFT);
  });
});

describe('sendable', () => {
  it('leaves out what says nothing and gives a lone suggestion a text', () => {
    const empty = { ...comment, text: '  ', suggestion: ' ' };
    const suggested = { ...comment, field: '/measure/text', text: '', suggestion: 'Ny lydelse.' };
    expect(sendable([comment, empty, suggested], 'Förslag.')).toEqual([comment, { ...suggested, text: 'Förslag.' }]);
  });
});
