import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { defaultStatement, type SavedStatement } from '@malspar/site-model';
import type { WrittenStatement } from './statement-draft';
import { StatementStore } from './statement-store';

const URL = '/api/v1/site/accessibility-statement';
const saved = (version: number, phone = ''): SavedStatement => ({
  version,
  statement: { ...defaultStatement, phone },
  savedAt: version === 0 ? null : '2026-05-06T10:00:00.000Z',
  savedBy: version === 0 ? null : 'Ada',
});

async function open(version = 0) {
  TestBed.configureTestingModule({ providers: [StatementStore, provideHttpClient(), provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const store = TestBed.inject(StatementStore);
  const loading = store.load();
  http.expectOne(URL).flush(saved(version));
  await loading;
  const save = () => {
    const saving = store.save();
    const request = http.expectOne({ method: 'PUT', url: URL });
    return { saving, request };
  };
  return { store, http, save };
}

const write = (store: StatementStore, change: Partial<WrittenStatement>): void =>
  store.written.update((written) => ({ ...written, ...change }));

describe('the accessibility statement while it is written', () => {
  beforeEach(() => localStorage.clear());

  it('is saved from the version that was seen, and is then the one that is seen', async () => {
    const { store, save } = await open();
    write(store, { phone: '010' });
    const { saving, request } = save();
    expect(request.request.headers.get('If-Match')).toBe('"0"');
    request.flush(saved(1, '010'));
    await saving;
    expect([store.saved()?.version, store.written().phone, store.justSaved()]).toEqual([1, '010', true]);
  });

  it('is still there when the browser has been closed, as long as nobody has saved another', async () => {
    write((await open()).store, { phone: '010' });
    TestBed.tick();
    TestBed.resetTestingModule();
    expect((await open()).store.written().phone).toBe('010');
    TestBed.resetTestingModule();
    expect((await open(1)).store.written().phone).toBe('');
  });

  it('is not sent while a field is wrong', async () => {
    const { store, http } = await open();
    write(store, { responseDays: '0' });
    expect((await store.save()).map(({ pointer }) => pointer)).toEqual(['/responseDays']);
    http.expectNone({ method: 'PUT', url: URL });
  });

  it('says what somebody else has saved, and lets the person choose; nothing written is lost', async () => {
    const { store, http, save } = await open();
    write(store, { phone: 'min' });
    const first = save();
    first.request.flush(
      { type: '/problems/changed-meanwhile', current: saved(1, 'deras') },
      { status: 412, statusText: '' },
    );
    await first.saving;
    expect([store.theirs()?.version, store.written().phone]).toEqual([1, 'min']);
    store.keepMine();
    const again = store.save();
    const second = http.expectOne({ method: 'PUT', url: URL });
    expect(second.request.headers.get('If-Match')).toBe('"1"');
    expect(second.request.body).toMatchObject({ phone: 'min' });
    second.flush(
      { type: '/problems/changed-meanwhile', current: saved(2, 'igen'), byYourself: true },
      { status: 412, statusText: '' },
    );
    expect(store.theirs()).toBeNull();
    await again;
    expect(store.theirs()?.byYourself).toBe(true);
    store.takeTheirs();
    expect([store.saved()?.version, store.written().phone, store.theirs()]).toEqual([2, 'igen', null]);
  });

  it('keeps what is written when the server is away', async () => {
    const { store, save } = await open();
    write(store, { phone: '010' });
    const { saving, request } = save();
    request.error(new ProgressEvent('error'));
    await saving;
    expect(store.actFailure()).not.toBeNull();
    expect([store.written().phone, store.busy()]).toEqual(['010', false]);
  });
});
