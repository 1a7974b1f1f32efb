import { HttpClient } from '@angular/common/http';
import { pageOf } from '@malspar/shared-model';
import { catchError, EMPTY, expand, map, type Observable, scan } from 'rxjs';
import { FoundReport } from './palette-places';

const REPORTS = pageOf(FoundReport);
/** As many as the server gives at once. */
const PAGE = 100;

/** Every report the person may see, however many: what has come so far, once for each page. Keeps what came if one fails. */
export function everyReport(http: HttpClient): Observable<readonly FoundReport[]> {
  const page = (number: number) =>
    http.get('/api/v1/reports', { params: { limit: PAGE, page: number } }).pipe(map((json) => REPORTS.parse(json)));
  return page(1).pipe(
    expand((last) => (last.items.length > 0 && last.page * PAGE < last.total ? page(last.page + 1) : EMPTY)),
    // What is added meanwhile moves a report onto the next page: it is still one.
    scan(
      (found, { items }) => new Map([...found, ...items.map((item) => [item.id, item] as const)]),
      new Map<string, FoundReport>(),
    ),
    map((found) => [...found.values()]),
    catchError(() => EMPTY),
  );
}
