import { jest } from '@jest/globals';
import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { type DraftSaved, emptyEntryContent, type EntryContent } from '@malspar/reporting-model';
import { entryShape } from './draft-fields';
import type { ShelvedDraft } from './draft-shelf';
import { DraftSlot } from './draft-slot';
import type { ServerDraft } from './draft-state';

const AT = '2026-01-19T13:32:00.000Z';
const server = (change: Partial<EntryContent> = {}, version = 1): ServerDraft<EntryContent> => ({
  content: { ...emptyEntryContent, ...change },
  version,
  updatedAt: null,
  updatedBy: null,
  byYourself: false,
});

const error = (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  new HttpErrorResponse({ status, error: body, headers: new HttpHeaders(headers) });

const changed = (change: Partial<EntryContent>, version: number, byYourself = false) =>
  error(412, {
    type: 'precondition-failed',
    status: 412,
    title: 'Ändrad',
    titleEn: 'Changed',
    current: { version, content: { ...emptyEntryContent, ...change }, updatedAt: AT, updatedBy: 'Otto', byYourself },
  });

function world() {
  const puts: {
    content: EntryContent;
    version: number;
    respond: (error?: Error, keptWordings?: string[]) => Promise<void>;
  }[] = [];
  let shelved: ShelvedDraft | null = null;
  let next = 10;
  return {
    puts,
    shelved: () => shelved,
    world: {
      shape: entryShape,
      put: (content: EntryContent, version: number) =>
        new Promise<DraftSaved>((resolve, reject) => {
          const respond = async (failure?: Error, keptWordings: string[] = []) => {
            if (failure) reject(failure);
            else resolve({ version: next++, savedAt: AT, reportVersion: 1, checks: [], keptWordings });
            await settle();
          };
          puts.push({ content, version, respond });
        }),
      onSaved: () => undefined,
      shelf: {
        read: () => shelved,
        write: (draft: ShelvedDraft) => {
          shelved = draft;
          return true;
        },
        clear: () => {
          shelved = null;
        },
      },
    },
  };
}

const settle = () => jest.advanceTimersByTimeAsync(0);

describe('DraftSlot', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves 800 ms after the last key, with the version it stands on', async () => {
    const { world: w, puts, shelved } = world();
    const slot = new DraftSlot(w, server({}, 3));
    slot.set('comment', 'He');
    await jest.advanceTimersByTimeAsync(700);
    slot.set('comment', 'Hej');
    await jest.advanceTimersByTimeAsync(799);
    expect(puts).toHaveLength(0);
    expect(slot.state()).toBe('editing');
    expect(shelved()?.typed).toEqual({ comment: 'Hej' });
    await jest.advanceTimersByTimeAsync(1);
    expect(puts[0]).toMatchObject({ version: 3, content: { comment: 'Hej' } });
    await puts[0]!.respond();
    expect([slot.state(), slot.savedAt(), shelved()]).toEqual(['saved', AT, null]);
  });

  it('never has two saves in flight, and sends what was typed meanwhile on top of the first', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server());
    slot.set('comment', 'one');
    void slot.save();
    slot.set('comment', 'two');
    void slot.save();
    void slot.save();
    await settle();
    expect(puts).toHaveLength(1);
    await puts[0]!.respond();
    expect(puts).toHaveLength(2);
    expect(puts[1]).toMatchObject({ version: 10, content: { comment: 'two' } });
    await puts[1]!.respond();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(puts).toHaveLength(2);
  });

  it('does not send again what is already there', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server({ comment: 'Hej' }));
    slot.set('comment', 'Hej  ');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(puts).toHaveLength(0);
  });

  it('merges another person’s change of another field, and saves on top of it', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server({ comment: 'x' }));
    slot.set('comment', 'mine');
    void slot.save();
    await puts[0]!.respond(changed({ comment: 'x', assessment: 'on_track' }, 7));
    expect(puts[1]).toMatchObject({ version: 7, content: { comment: 'mine', assessment: 'on_track' } });
    await puts[1]!.respond();
    expect([slot.state(), slot.text('assessment')]).toEqual(['saved', 'on_track']);
    expect(slot.mergedFrom()).toEqual({ who: 'Otto', byYourself: false });
  });

  it('knows that the other one was the same person in another tab', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server({ comment: 'x' }));
    slot.set('comment', 'here');
    void slot.save();
    await puts[0]!.respond(changed({ comment: 'in the other tab' }, 7, true));
    expect(slot.conflict()).toMatchObject({ byYourself: true });
  });

  it.each(['a lost response', 'a reload before the response'])(
    'takes its own save for its own after %s, and sends the rest on top of it',
    async (how) => {
      const { world: w, puts, shelved } = world();
      const first = new DraftSlot(w, server());
      first.set('comment', 'Ett.');
      await jest.advanceTimersByTimeAsync(800);
      first.set('comment', 'Ett. Två.');
      if (how === 'a lost response') await puts[0]!.respond(error(0));
      const slot = how === 'a lost response' ? first : new DraftSlot(w, server());
      await jest.advanceTimersByTimeAsync(2_000);
      expect(puts[1]).toMatchObject({ version: 1, content: { comment: 'Ett. Två.' } });
      await puts[1]!.respond(changed({ comment: 'Ett.' }, 2, true));
      expect([slot.conflict(), slot.mergedFrom()]).toEqual([null, null]);
      expect(puts[2]).toMatchObject({ version: 2, content: { comment: 'Ett. Två.' } });
      await puts[2]!.respond();
      expect([slot.state(), shelved()]).toEqual(['saved', null]);
    },
  );

  it('knows the first of several saves whose responses were lost, after a reload as well', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server({ comment: 'Noll.' }));
    for (const [nth, text] of ['Ett.', 'Två.'].entries()) {
      slot.set('comment', text);
      await jest.advanceTimersByTimeAsync(nth === 0 ? 800 : 2_000);
      await puts[nth]!.respond(error(0));
    }
    slot.set('comment', 'Tre.');
    const again = new DraftSlot(w, { ...server({ comment: 'Ett.' }, 2), byYourself: true });
    expect([again.conflict(), again.text('comment')]).toEqual([null, 'Tre.']);
  });

  it('asks all the same when another tab, or another person, has written something that was never sent from here', async () => {
    for (const byYourself of [true, false]) {
      const { world: w, puts } = world();
      const slot = new DraftSlot(w, server());
      slot.set('comment', 'Ett.');
      await jest.advanceTimersByTimeAsync(800);
      await puts[0]!.respond(error(0));
      slot.set('comment', 'Två.');
      await jest.advanceTimersByTimeAsync(2_000);
      await puts[1]!.respond(changed({ comment: byYourself ? 'Annat.' : 'Ett.' }, 2, byYourself));
      expect(slot.conflict()?.fields).toMatchObject([{ field: 'comment', mine: 'Två.' }]);
    }
  });

  it('waits for a choice where both changed one field, and keeps both across a closed tab', async () => {
    const { world: w, puts } = world();
    const first = new DraftSlot(w, server({ comment: 'x' }));
    first.set('comment', 'mine');
    void first.save();
    await puts[0]!.respond(changed({ comment: 'theirs' }, 7));
    expect(first.state()).toBe('conflict');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(puts).toHaveLength(1);

    const again = new DraftSlot(w, server({ comment: 'theirs' }, 7));
    expect(again.conflict()?.fields).toEqual([{ field: 'comment', base: 'x', mine: 'mine', theirs: 'theirs' }]);
    void again.settle({ comment: 'both' });
    expect(puts[1]).toMatchObject({ version: 7, content: { comment: 'both' } });
    await puts[1]!.respond();
    expect([again.state(), again.conflict()]).toEqual(['saved', null]);
  });

  it('keeps the draft while the network is away, tries again by itself and at once when asked', async () => {
    const { world: w, puts, shelved } = world();
    const slot = new DraftSlot(w, server());
    slot.set('comment', 'Hej');
    void slot.save();
    await puts[0]!.respond(error(0));
    expect(slot.state()).toBe('unreachable');
    expect(shelved()?.typed).toEqual({ comment: 'Hej' });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(puts).toHaveLength(2);
    await puts[1]!.respond(error(503, null, { 'Retry-After': '60' }));
    await jest.advanceTimersByTimeAsync(59_000);
    expect(puts).toHaveLength(2);
    slot.retry();
    await puts[2]!.respond();
    expect([slot.state(), shelved()]).toEqual(['saved', null]);
  });

  it('keeps everything when the session has ended, and goes on after a new sign-in', async () => {
    const { world: w, puts, shelved } = world();
    const slot = new DraftSlot(w, server());
    slot.set('comment', 'Hej');
    void slot.save();
    await puts[0]!.respond(error(401));
    expect([slot.state(), shelved()?.typed]).toEqual(['signed-out', { comment: 'Hej' }]);
    slot.retry();
    await puts[1]!.respond();
    expect(slot.state()).toBe('saved');
  });

  it('takes up what an earlier visit left unsaved', async () => {
    const { world: w, puts } = world();
    new DraftSlot(w, server({}, 4)).set('comment', 'left behind');
    jest.clearAllTimers();
    const slot = new DraftSlot(w, server({}, 4));
    expect(slot.text('comment')).toBe('left behind');
    await settle();
    expect(puts[0]).toMatchObject({ version: 4, content: { comment: 'left behind' } });
  });

  it('sends what can be read and keeps what cannot, without losing the last good number', async () => {
    const { world: w, puts, shelved } = world();
    const slot = new DraftSlot(w, server({ values: [{ period: '2025-Q4', value: '46.1' }] }));
    expect(slot.text('values/2025-Q4')).toBe('46,1');
    slot.setAll({ 'values/2025-Q4': 'ca 47', comment: 'Hej' });
    void slot.save();
    expect(puts[0]!.content).toMatchObject({ values: [{ period: '2025-Q4', value: '46.1' }], comment: 'Hej' });
    await puts[0]!.respond();
    expect(slot.dirty()).toBe(true);
    expect(slot.text('values/2025-Q4')).toBe('ca 47');
    expect(shelved()?.typed['values/2025-Q4']).toBe('ca 47');
  });

  it('says why the server refuses, keeps the text, and tries again after the next change', async () => {
    const { world: w, puts, shelved } = world();
    const slot = new DraftSlot(w, server());
    slot.set('comment', 'Hej');
    void slot.save();
    await puts[0]!.respond(error(409, { type: 'wrong-state', status: 409, title: 'Fel läge', titleEn: 'Wrong state' }));
    expect([slot.state(), slot.problem()?.title]).toEqual(['refused', 'Fel läge']);
    expect(shelved()?.typed).toEqual({ comment: 'Hej' });
    slot.set('comment', 'Hej igen');
    await jest.advanceTimersByTimeAsync(800);
    expect(puts).toHaveLength(2);
  });

  it('meets a newer version from a fresh read without touching what is typed', () => {
    const { world: w } = world();
    const slot = new DraftSlot(w, server({ comment: 'x' }));
    slot.set('comment', 'mine');
    slot.refresh(server({ comment: 'x', noValueReason: 'theirs' }, 9));
    expect([slot.text('comment'), slot.text('noValueReason')]).toEqual(['mine', 'theirs']);
  });

  it('knows which fields have said something else before: read, replaced by a save or by somebody else', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server({ comment: 'x', noValueReason: 'y' }));
    slot.reworded(['values/2025-Q3']);
    const known = () =>
      (['values', 'comment', 'noValueReason', 'measure', 'parts'] as const).filter((field) =>
        slot.wasReworded([field]),
      );
    expect(known()).toEqual(['values']);
    slot.set('comment', 'z');
    void slot.save();
    await puts[0]!.respond(undefined, ['comment']);
    expect(known()).toEqual(['values', 'comment']);
    slot.set('comment', 'mine');
    slot.refresh(server({ comment: 'z', noValueReason: 'theirs', assessment: 'on_track' }, 99));
    expect(known()).toEqual(['values', 'comment', 'noValueReason']);
    expect(slot.wasReworded(['assessment'])).toBe(false);
  });

  it('takes every field that was ever saved for reworded while that could not be read', async () => {
    const { world: w, puts } = world();
    const slot = new DraftSlot(w, server());
    slot.reworded(null);
    expect(slot.wasReworded(['comment'])).toBe(false);
    slot.set('comment', 'z');
    void slot.save();
    await puts[0]!.respond();
    expect(slot.wasReworded(['assessment'])).toBe(true);
    slot.reworded([]);
    expect(slot.wasReworded(['assessment'])).toBe(false);
  });

  it('passes over a read that is older than what it holds', () => {
    const { world: w } = world();
    const slot = new DraftSlot(w, server({ comment: 'newest' }, 9));
    slot.refresh(server({ comment: 'older' }, 8));
    expect(slot.text('comment')).toBe('newest');
  });
});
