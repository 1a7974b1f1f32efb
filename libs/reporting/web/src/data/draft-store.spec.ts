import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { aReport } from '../testing/report-fixture';
import { DraftStore } from './draft-store';

const report = aReport();
const REPORT = `/api/v1/reports/${report.id}`;
const ENTRY = `${REPORT}/entries/R1`;
const saved = { version: 2, savedAt: '2026-01-19T13:32:00.000Z', reportVersion: 2, checks: [], keptWordings: [] };

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('DraftStore', () => {
  let store: DraftStore;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    store = TestBed.inject(DraftStore);
    server = TestBed.inject(HttpTestingController);
  });

  const wordings = (page: number) =>
    server.expectOne(({ url, params }) => url === `${REPORT}/earlier-wordings` && params.get('page') === `${page}`);
  const open = async (given = report, person = 'anna@example.org') => {
    const opened = store.open(report.id, person);
    server.expectOne(REPORT).flush(given);
    await settled();
    if (given.canWrite) wordings(1).flush({ items: [], page: 1, limit: 100, total: 0 });
    await opened;
  };
  const draft = () => store.entries()[0]!.draft;

  it('writes an entry on top of the version it was read in, and outlives the page', async () => {
    await open();
    draft().set('comment', 'Fler tågresor.');
    const all = store.saveAll();
    const { request } = server.expectOne(ENTRY);
    expect(request.headers.get('If-Match')).toBe('"1"');
    expect(request.body).toMatchObject({ comment: 'Fler tågresor.', assessment: null });
    expect(request.keepalive).toBe(true);
    server.match(ENTRY);
    void all;
  });

  it('takes an example for one until nothing of it is left in what is written here', async () => {
    const example = aReport();
    const [first] = example.entries;
    const content = { ...first!.content, assessment: 'on_track', comment: 'Ett exempel.' } as const;
    const verdictContent = { verdict: 'partly', explanation: 'Ett exempel.' } as const;
    await open({
      ...example,
      entries: [{ ...first!, content, contentProvenance: 'illustrative', exampleFields: ['assessment', 'comment'] }],
      verdictContent,
      verdictProvenance: 'illustrative',
      verdictExampleFields: ['verdict', 'explanation'],
    });
    const origins = () => [store.entries()[0]!.entry.contentProvenance, store.report()?.verdictProvenance];
    expect(origins()).toEqual(['illustrative', 'illustrative']);
    draft().set('comment', 'Fler tågresor.');
    expect(origins()).toEqual(['illustrative', 'illustrative']);
    expect(store.entries()[0]!.entry.exampleFields).toEqual(['assessment']);
    draft().set('assessment', 'uncertain');
    expect(origins()).toEqual(['reported', 'illustrative']);
    draft().set('comment', content.comment);
    expect(origins()).toEqual(['illustrative', 'illustrative']);
    draft().set('comment', 'Fler tågresor.');
    const all = store.saveAll();
    server.expectOne(ENTRY).flush(saved);
    await all;
    expect(origins()).toEqual(['reported', 'illustrative']);
    store.verdict()?.set('explanation', 'Vår egen mening.');
    expect(origins()).toEqual(['reported', 'illustrative']);
    store.verdict()?.set('verdict', 'not');
    expect(origins()).toEqual(['reported', 'reported']);
  });

  it('reads once which fields have said something else before, to the last page, of targets and of the verdict', async () => {
    const kept = (targetCode: string | null, field: string) => ({
      ...{ id: '00000000-0000-4000-8000-000000000001', targetCode, field, text: 'Förut.' },
      ...{ writtenBy: null, writtenAt: null, replacedBy: 'Anna', replacedAt: saved.savedAt },
    });
    const opened = store.open(report.id, 'anna@example.org');
    server.expectOne(REPORT).flush(report);
    await settled();
    wordings(1).flush({ items: [kept('R1', 'comment')], page: 1, limit: 1, total: 2 });
    await settled();
    wordings(2).flush({ items: [kept(null, 'verdict')], page: 2, limit: 1, total: 2 });
    await opened;
    const asked = ['assessment', 'comment', 'verdict', 'explanation'] as const;
    const known = (slot: ReturnType<typeof draft> | ReturnType<typeof store.verdict>) =>
      asked.filter((field) => slot?.wasReworded([field]));
    expect([known(draft()), known(store.verdict())]).toEqual([['comment'], ['verdict']]);
    server.expectNone(({ url }) => url.includes('earlier-wordings'));
  });

  it('opens the report although its earlier wordings cannot be read', async () => {
    const opened = store.open(report.id, 'anna@example.org');
    server.expectOne(REPORT).flush(report);
    await settled();
    wordings(1).flush(null, { status: 503, statusText: 'Service Unavailable' });
    await opened;
    expect([store.failure(), store.entries().length]).toEqual([null, report.entries.length]);
    expect(draft().wasReworded(['comment'])).toBe(draft().savedAt() !== null);
  });

  it('tells whether everything has reached the server', async () => {
    await open();
    draft().set('comment', 'Hej');
    const failed = store.saveAll();
    server.expectOne(ENTRY).error(new ProgressEvent('error'));
    expect(await failed).toBe(false);
    expect(store.state()).toBe('unreachable');
    const done = store.saveAll();
    server.expectOne(ENTRY).flush(saved);
    expect(await done).toBe(true);
    expect(store.state()).toBe('saved');
  });

  it('touches neither server nor browser once it is gone', async () => {
    await open();
    jest.useFakeTimers();
    draft().set('comment', 'Hej');
    store.verdict()?.set('explanation', 'Vår mening.');
    TestBed.resetTestingModule();
    localStorage.clear();
    jest.runAllTimers();
    jest.useRealTimers();
    expect(localStorage.length).toBe(0);
  });

  it('keeps what is unsaved under a fresh read, and hands it only to the person who wrote it', async () => {
    await open();
    draft().set('comment', 'Mitt utkast');
    await open(report, 'otto@example.org');
    expect(draft().text('comment')).toBe('');
    await open();
    expect(draft().text('comment')).toBe('Mitt utkast');
  });

  it('leaves kept drafts lying while the report may not be written in', async () => {
    await open();
    draft().set('comment', 'Mitt utkast');
    await open(aReport({ canWrite: false, state: 'submitted' }));
    expect(draft().text('comment')).toBe('');
    await open();
    expect(draft().text('comment')).toBe('Mitt utkast');
  });

  it('checks what is in the form, not what was last saved', async () => {
    await open();
    const codes = () => store.entries()[0]!.checks.map((check) => check.code);
    expect(codes()).toEqual(['no_assessment', 'no_value']);
    draft().setAll({ assessment: 'on_track', 'values/2025-Q4': '497' });
    expect(codes()).toContain('factor_of_ten');
    draft().set('values/2025-Q4', 'cirka 49');
    expect(codes()).toEqual(['letters']);
    // A number, but short of the target in its last quarter.
    draft().set('values/2025-Q4', '49,2');
    expect(codes()).toEqual(['assessment_contradicts']);
    draft().set('assessment', 'not_started');
    expect(codes()).toEqual([]);
  });

  it('saves at once when the page is hidden', async () => {
    await open();
    draft().set('comment', 'Sista ordet');
    window.dispatchEvent(new Event('pagehide'));
    expect(server.expectOne(ENTRY).request.body).toMatchObject({ comment: 'Sista ordet' });
  });

  it('waits after a lost session until the same person is back', async () => {
    await open();
    draft().set('comment', 'Mitt utkast');
    const all = store.saveAll();
    server.expectOne(ENTRY).flush(null, { status: 401, statusText: 'Unauthorized' });
    await all;
    window.dispatchEvent(new Event('focus'));
    server.expectNone(ENTRY);
    await open();
    expect(server.expectOne(ENTRY).request.body).toMatchObject({ comment: 'Mitt utkast' });
  });

  it('never sends one person’s words in another’s name', async () => {
    await open();
    draft().set('comment', 'Annas utkast');
    await open(report, 'otto@example.org');
    server.expectNone(ENTRY);
    expect(draft().text('comment')).toBe('');
  });

  it('says what failed when the report cannot be read', async () => {
    const opened = store.open(report.id, 'anna@example.org');
    server.expectOne(REPORT).flush(null, { status: 404, statusText: 'Not Found' });
    await opened;
    expect(store.report()).toBeNull();
    expect(store.failure()).toMatchObject({ status: 404 });
  });
});
