import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { FocusArea, Plan, TargetDetail } from '@malspar/plan-model';
import type { PlainDate } from '@malspar/shared-model';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';

const API = '/api/v1';

/**
 * Reads the plan. Answers are parsed by the model's own schemas; failures reject with Angular's `HttpErrorResponse`,
 * answers of another shape with a `ZodError`.
 */
@Injectable({ providedIn: 'root' })
export class PlanClient {
  readonly #http = inject(HttpClient);

  /** The whole plan as it stands today, or as it stood on a past date. */
  plan(at?: PlainDate): Promise<Plan> {
    return this.#get('/plan', Plan, at);
  }

  focusArea(slug: string): Promise<FocusArea> {
    return this.#get(`/focus-areas/${encodeURIComponent(slug)}`, FocusArea);
  }

  /** A target with all its versions; `inForce` is the one of today, or of the date asked about. */
  target(code: string, at?: PlainDate): Promise<TargetDetail> {
    return this.#get(`/targets/${encodeURIComponent(code)}`, TargetDetail, at);
  }

  async #get<S extends z.ZodType>(path: string, schema: S, at?: PlainDate): Promise<z.infer<S>> {
    const params: Record<string, string> = at ? { at } : {};
    return schema.parse(await firstValueFrom(this.#http.get<unknown>(`${API}${path}`, { params })));
  }
}
