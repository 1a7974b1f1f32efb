import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TransitionStore } from './transition-store';

const URL = '/api/v1/reports/r1/transitions';
const receipt = {
  reference: 'A-1',
  transition: 'submit',
  from: 'draft',
  to: 'submitted',
  at: '2026-01-19T13:32:00.000Z',
  revision: null,
  next: ['Maria Ek'],
};

describe('TransitionStore', () => {
  let store: TransitionStore;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    store = TestBed.inject(TransitionStore);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  const keyOf = () => {
    const sent = server.expectOne(URL);
    return { sent, key: sent.request.headers.get('Idempotency-Key') };
  };

  it('sends once however often the button is pressed', async () => {
    const first = store.take('r1', { transition: 'submit' });
    expect(await store.take('r1', { transition: 'submit' })).toBeNull();
    keyOf().sent.flush(receipt);
    expect((await first)?.reference).toBe('A-1');
  });

  it('keeps the key while it is not known whether the transition was taken', async () => {
    const lost = store.take('r1', { transition: 'submit' });
    const { sent, key } = keyOf();
    sent.error(new ProgressEvent('error'));
    expect(await lost).toBeNull();
    expect(store.failure()).not.toBeNull();

    const again = store.take('r1', { transition: 'submit' });
    const second = keyOf();
    expect(second.key).toBe(key);
    second.sent.flush(receipt);
    expect(await again).not.toBeNull();
    expect(store.failure()).toBeNull();
  });

  it('takes a new key after a definite response', async () => {
    const refused = store.take('r1', { transition: 'submit' });
    const { sent, key } = keyOf();
    sent.flush({ type: 'checks-not-met' }, { status: 422, statusText: 'Unprocessable' });
    await refused;
    void store.take('r1', { transition: 'submit' });
    expect(keyOf().key).not.toBe(key);
  });

  it('takes another key for another request', async () => {
    const lost = store.take('r1', { transition: 'return', reason: 'a' });
    const { sent, key } = keyOf();
    sent.error(new ProgressEvent('error'));
    await lost;
    void store.take('r1', { transition: 'return', reason: 'b' });
    expect(keyOf().key).not.toBe(key);
  });
});
