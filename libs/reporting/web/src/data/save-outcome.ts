import { HttpErrorResponse } from '@angular/common/http';
import { DraftConflict } from '@malspar/reporting-model';
import { Problem } from '@malspar/shared-model';

/** What a failed save means for the draft. */
export type SaveFailure =
  /** Somebody else saved first; `current` is what the server holds. */
  | { readonly kind: 'changed'; readonly current: DraftConflict }
  /** No network, or a server that is busy or away: try again, after `afterMs` if it said when. */
  | { readonly kind: 'unreachable'; readonly afterMs: number | null }
  | { readonly kind: 'signed-out' }
  /** The server will not have it however often it is sent. */
  | { readonly kind: 'refused'; readonly problem: Problem | null };

/** Two writes met in the same instant: the next attempt sees what the other one wrote. */
const RACE_MS = 200;
const PASSING = [0, 408, 425, 429, 500, 502, 503, 504];

/** Reads the failure of a draft write. */
export function saveFailure(error: unknown): SaveFailure {
  if (!(error instanceof HttpErrorResponse)) return { kind: 'refused', problem: null };
  if (PASSING.includes(error.status)) return { kind: 'unreachable', afterMs: retryAfter(error) };
  if (error.status === 401) return { kind: 'signed-out' };
  const problem = Problem.safeParse(error.error).data ?? null;
  if (problem?.type.endsWith('changed-meanwhile') && error.status === 409)
    return { kind: 'unreachable', afterMs: RACE_MS };
  if (error.status === 412) {
    const current = DraftConflict.safeParse(problem?.current);
    if (current.success) return { kind: 'changed', current: current.data };
  }
  return { kind: 'refused', problem };
}

/** Whether, after this error, the act may have been done all the same: then it is tried again as the same one. */
export function outcomeUnknown(error: unknown): boolean {
  const { kind } = saveFailure(error);
  return kind === 'unreachable' || kind === 'signed-out';
}

function retryAfter(error: HttpErrorResponse): number | null {
  const seconds = Number(error.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
