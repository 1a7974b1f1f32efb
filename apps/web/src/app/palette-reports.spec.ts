import { HttpClient, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { everyReport } from './palette-reports';

const idOf = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const reports = Array.from({ length: 2_001 }, (_, nth) => ({
  id: idOf(nth),
  period: '2024-Q1',
  focusArea: { title: `Område ${nth}` },
  waitsForMe: null,
}));

describe('the reports that the palette finds', () => {
  let http: HttpTestingController;
  let counts: number[];
  const respond = (page: number): void => {
    const request = http.expectOne(
      ({ params }) => params.get('page') === String(page) && params.get('limit') === '100',
    );
    const items = reports.slice((page - 1) * 100, page * 100);
    request.flush({ items, page, limit: 100, total: reports.length });
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    counts = [];
    everyReport(TestBed.inject(HttpClient)).subscribe((found) => counts.push(found.length));
  });
  afterEach(() => http.verify());

  it('are all of them, page after page, and are there as they come', () => {
    respond(1);
    expect(counts).toEqual([100]);
    for (let page = 2; page <= 21; page++) respond(page);
    expect(counts).toHaveLength(21);
    expect(counts.at(-1)).toBe(2_001);
  });

  it('are those that came, when a page does not', () => {
    respond(1);
    http.expectOne(({ params }) => params.get('page') === '2').error(new ProgressEvent('error'));
    expect(counts).toEqual([100]);
  });
});
