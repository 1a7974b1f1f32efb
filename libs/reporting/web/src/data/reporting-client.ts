import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  AreaResults,
  DraftSaved,
  EarlierWording,
  type EntryContent,
  NextPeriods,
  type PeriodDoubt,
  PlanResults,
  Report,
  ReportComment,
  ReportDiff,
  ReportingPeriod,
  type ReportState,
  ReportSummary,
  Revision,
  TargetResults,
  TimelineItem,
  TransitionReceipt,
  type TransitionRequest,
  type VerdictContent,
  type YearContent,
} from '@malspar/reporting-model';
import { pageOf } from '@malspar/shared-model';
import { keptLocally } from '@malspar/shared-web';
import { firstValueFrom, type Observable } from 'rxjs';
import * as z from 'zod';

const API = '/api/v1';

const WordingPage = pageOf(EarlierWording);
type WordingPage = z.infer<typeof WordingPage>;
const ReportPage = pageOf(ReportSummary);
export type ReportPage = z.infer<typeof ReportPage>;

export interface ReportQuery {
  readonly period?: string;
  readonly state?: ReportState;
  readonly mine?: boolean;
  readonly page?: number;
  readonly limit?: number;
}

export interface PeriodToOpen {
  readonly code: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly reason?: string;
  /** What has been asked about it and confirmed. */
  readonly confirmed?: readonly PeriodDoubt[];
}
export type DueDateMove = Pick<PeriodToOpen, 'dueOn' | 'confirmed'> & { readonly reason: string };

/** Draft writes outlive the page that sent them, so that a closed tab does not cut off the last save. */
const OUTLIVES_PAGE = { keepalive: true } as const;

/**
 * Every reporting route. Responses are parsed by the model's own schemas; failures reject with Angular's
 * `HttpErrorResponse`, responses of another shape with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class ReportingClient {
  readonly #http = inject(HttpClient);

  periods(): Promise<ReportingPeriod[]> {
    return this.#get('/periods', z.array(ReportingPeriod));
  }

  reports(query: ReportQuery = {}): Promise<ReportPage> {
    return this.#get('/reports', ReportPage, { ...query });
  }

  report(id: string): Promise<Report> {
    return this.#get(`/reports/${id}`, Report);
  }

  revision(id: string, number: number): Promise<Revision> {
    return this.#get(`/reports/${id}/revisions/${number}`, Revision);
  }

  diff(id: string, against: 'period' | number): Promise<ReportDiff> {
    return this.#get(`/reports/${id}/diff`, ReportDiff, { against });
  }

  comments(id: string): Promise<ReportComment[]> {
    return this.#get(`/reports/${id}/comments`, z.array(ReportComment));
  }

  timeline(id: string): Promise<TimelineItem[]> {
    return this.#get(`/reports/${id}/timeline`, z.array(TimelineItem));
  }

  results(): Promise<PlanResults> {
    return this.#get('/results', PlanResults);
  }

  areaResults(slug: string): Promise<AreaResults> {
    return this.#get(`/focus-areas/${encodeURIComponent(slug)}/results`, AreaResults);
  }

  targetResults(code: string): Promise<TargetResults> {
    return this.#get(`/targets/${encodeURIComponent(code)}/results`, TargetResults);
  }

  /** What a draft's fields said before, newest first: of one target (null: of the verdict), of one field, or all. */
  earlierWordings(
    id: string,
    { targetCode, ...of }: { readonly targetCode?: string | null; readonly field?: string },
    page: number,
  ): Promise<WordingPage> {
    const whose: Record<string, string> = targetCode ? { targetCode } : targetCode === null ? { verdict: 'true' } : {};
    return this.#get(`/reports/${id}/earlier-wordings`, WordingPage, { ...whose, ...of, page, limit: 100 });
  }

  saveEntry(id: string, targetCode: string, content: EntryContent, version: number): Promise<DraftSaved> {
    return this.#saveDraft(`/reports/${id}/entries/${encodeURIComponent(targetCode)}`, content, version);
  }

  saveVerdict(id: string, content: VerdictContent, version: number): Promise<DraftSaved> {
    return this.#saveDraft(`/reports/${id}/verdict`, content, version);
  }

  saveYear(id: string, content: YearContent, version: number): Promise<DraftSaved> {
    return this.#saveDraft(`/reports/${id}/year`, content, version);
  }

  reply(id: string, commentId: string, reply: string): Promise<ReportComment> {
    const url = `${API}/reports/${id}/comments/${commentId}/reply`;
    return this.#parsed(this.#http.post<unknown>(url, { reply }), ReportComment);
  }

  /** Takes a transition. The same `idempotencyKey` gives the same response once, however often it is sent. */
  transition(id: string, request: TransitionRequest, idempotencyKey: string): Promise<TransitionReceipt> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    const url = `${API}/reports/${id}/transitions`;
    return this.#parsed(this.#http.post<unknown>(url, request, { headers }), TransitionReceipt);
  }

  nextPeriod(): Promise<NextPeriods> {
    return this.#get('/periods/next', NextPeriods);
  }

  /** Opens a period, with a report for every area; once per key. */
  openPeriod(period: PeriodToOpen, idempotencyKey: string): Promise<ReportingPeriod> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.#parsed(this.#http.post<unknown>(`${API}/periods`, period, { headers }), ReportingPeriod);
  }

  /** Moves a due date, on top of the version that was read. */
  moveDueDate(code: string, version: number, move: DueDateMove): Promise<ReportingPeriod> {
    const headers = { 'If-Match': `"${version}"` };
    return this.#parsed(this.#http.put<unknown>(`${API}/periods/${code}/due-date`, move, { headers }), ReportingPeriod);
  }

  /** Takes the closing of a period back; once per key. */
  reopenPeriod(code: string, reason: string, idempotencyKey: string): Promise<ReportingPeriod> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    const url = `${API}/periods/${code}/reopen`;
    return this.#parsed(this.#http.post<unknown>(url, { reason }, { headers }), ReportingPeriod);
  }

  /** Closes a period; a reason is demanded while reports are missing. */
  closePeriod(code: string, reason?: string): Promise<ReportingPeriod> {
    const body = reason ? { reason } : {};
    return this.#parsed(this.#http.post<unknown>(`${API}/periods/${code}/close`, body), ReportingPeriod);
  }

  #get<S extends z.ZodType>(
    path: string,
    schema: S,
    params: Record<string, string | number | boolean> = {},
  ): Promise<z.infer<S>> {
    return this.#parsed(this.#http.get<unknown>(`${API}${path}`, { params }), schema);
  }

  #saveDraft(path: string, content: EntryContent | VerdictContent | YearContent, version: number): Promise<DraftSaved> {
    const headers = { 'If-Match': `"${version}"` };
    const sent = this.#http.put<unknown>(`${API}${path}`, content, {
      headers,
      context: keptLocally(),
      ...OUTLIVES_PAGE,
    });
    return this.#parsed(sent, DraftSaved);
  }

  async #parsed<S extends z.ZodType>(response: Observable<unknown>, schema: S): Promise<z.infer<S>> {
    return schema.parse(await firstValueFrom(response));
  }
}
