import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ComposeStore } from './compose-store';
import { PublicationClient } from './publication-client';

const PREVIEW = { blockers: [], differs: [], reports: [], order: [], nextVersion: 1, contentHash: null };

async function open(period = '2025-Q4') {
  TestBed.resetTestingModule();
  const client = { preview: () => Promise.resolve(PREVIEW) };
  TestBed.configureTestingModule({
    providers: [
      ComposeStore,
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: PublicationClient, useValue: client },
    ],
  });
  const store = TestBed.inject(ComposeStore);
  await store.open(period);
  return store;
}

describe('what is written around the reports', () => {
  beforeEach(() => localStorage.clear());

  it('is kept for its period when the browser is closed, until it is published', async () => {
    (await open()).write({ foreword: 'Ett bra kvartal.' });
    sessionStorage.clear();
    expect((await open('2025-Q3')).written().foreword).toBe('');
    const again = await open();
    expect([again.written().foreword, again.unwritten()]).toEqual(['Ett bra kvartal.', false]);
    again.done();
    expect((await open()).unwritten()).toBe(true);
  });
});
