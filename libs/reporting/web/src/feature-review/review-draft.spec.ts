import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { EMPTY_DRAFT, ReviewDrafts, sendable } from './review-draft';

const comment = { targetCode: 'R1', field: '/comment', text: 'Förtydliga.', suggestion: null };
const lars = (reportId: string) => ({ person: 'lars@example.org', reportId });
const drafts = (): ReviewDrafts => TestBed.inject(ReviewDrafts);

describe('a reviewer’s unsent words', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('are there again when the browser has been closed, report by report', () => {
    const draft = { comments: [comment], reason: 'Två saker.', read: { revision: 2, subjects: ['R1'] } };
    expect(drafts().write(lars('one'), draft)).toBe(true);
    // A browser that is closed forgets the session's storage, and the page with it.
    sessionStorage.clear();
    TestBed.resetTestingModule();
    expect(drafts().read(lars('one'))).toEqual(draft);
    expect(drafts().read(lars('two'))).toEqual(EMPTY_DRAFT);
  });

  it('are nobody else’s in the same browser', () => {
    drafts().write(lars('one'), { ...EMPTY_DRAFT, comments: [comment] });
    const another = { person: 'ingrid@example.org', reportId: 'one' };
    expect(drafts().read(another)).toEqual(EMPTY_DRAFT);
    drafts().write(another, EMPTY_DRAFT);
    expect(drafts().read(lars('one')).comments).toEqual([comment]);
  });

  it('leave nothing behind once they are sent', () => {
    drafts().write(lars('one'), { ...EMPTY_DRAFT, comments: [comment] });
    drafts().write(lars('one'), EMPTY_DRAFT);
    expect(localStorage).toHaveLength(0);
  });

  it('are nothing when what is stored is not ours', () => {
    localStorage.setItem('malspar.draft.lars@example.org.one.review', '{"comments":"no"}');
    expect(drafts().read(lars('one'))).toEqual(EMPTY_DRAFT);
  });

  it('are said to be unkept by a browser that stores nothing', () => {
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    try {
      expect(drafts().write(lars('one'), { ...EMPTY_DRAFT, reason: 'Två saker.' })).toBe(false);
    } finally {
      full.mockRestore();
    }
  });
});

describe('sendable', () => {
  it('leaves out what says nothing and gives a lone suggestion a text', () => {
    const empty = { ...comment, text: '  ', suggestion: ' ' };
    const suggested = { ...comment, field: '/measure/text', text: '', suggestion: 'Ny lydelse.' };
    expect(sendable([comment, empty, suggested], 'Förslag.')).toEqual([comment, { ...suggested, text: 'Förslag.' }]);
  });
});
