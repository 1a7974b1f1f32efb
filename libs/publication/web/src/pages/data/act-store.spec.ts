import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PublishRequest } from '@malspar/publication-model';
import { outcomeUnknown } from '@malspar/shared-web';
import { ActStore } from './act-store';

const URL = '/api/v1/publications/2025-T3/versions';
const HASH = 'a'.repeat(64);
const request: PublishRequest = {
  title: null,
  foreword: 'Förord',
  order: [],
  gaps: [],
  correctionReason: null,
  confirmation: '2025-T3',
  version: 1,
  contentHash: HASH,
};
const receipt = {
  contentKind: 'report',
  root: 'rapporter',
  period: '2025-T3',
  kind: 'period',
  version: 1,
  slug: 'r',
  sha256: HASH,
  publishedAt: '2026-01-19T13:32:00.000Z',
  files: [],
};

describe('ActStore', () => {
  let store: ActStore;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    store = TestBed.inject(ActStore);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  const sent = () => {
    const one = server.expectOne(URL);
    return { one, key: one.request.headers.get('Idempotency-Key') };
  };

  it('publishes once however often the button is pressed', async () => {
    const first = store.publish('2025-T3', request);
    expect(await store.publish('2025-T3', request)).toBeNull();
    sent().one.flush(receipt);
    expect((await first)?.version).toBe(1);
  });

  it.each([
    ['no response', 0, 'network'],
    ['a server in trouble', 503, 'unavailable'],
    ['a proxy without a response', 504, ''],
  ])('keeps the key after %s', async (_what, status, type) => {
    const lost = store.publish('2025-T3', request);
    const { one, key } = sent();
    if (status === 0) one.error(new ProgressEvent('error'));
    else one.flush({ type }, { status, statusText: 'x' });
    expect(await lost).toBeNull();
    const again = store.publish('2025-T3', request);
    const second = sent();
    expect(second.key).toBe(key);
    second.one.flush(receipt);
    expect(await again).not.toBeNull();
    expect(store.failure()).toBeNull();
  });

  it.each([
    ['an outdated preview', 409, 'preview-outdated'],
    ['what blocks', 422, 'publication-blocked'],
    ['a PDF that was not made', 503, 'pdf-not-made'],
  ])('takes a new key after %s: nothing was done', async (_what, status, type) => {
    const refused = store.publish('2025-T3', request);
    const { one, key } = sent();
    one.flush({ type }, { status, statusText: 'x' });
    await refused;
    expect(outcomeUnknown(store.failure())).toBe(false);
    void store.publish('2025-T3', request);
    expect(sent().key).not.toBe(key);
  });

  it('takes another key for another request', async () => {
    const lost = store.publish('2025-T3', request);
    const { one, key } = sent();
    one.error(new ProgressEvent('error'));
    await lost;
    void store.publish('2025-T3', { ...request, foreword: 'Ett annat' });
    expect(sent().key).not.toBe(key);
  });
});

describe('the outcome', () => {
  it('is unknown when a response came that cannot be read', () => {
    expect(outcomeUnknown(new Error('not a receipt'))).toBe(true);
    expect(outcomeUnknown(new HttpErrorResponse({ status: 403 }))).toBe(false);
  });
});
