import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, resource } from '@angular/core';
import { loadedValue } from '@malspar/shared-web';
import { firstValueFrom } from 'rxjs';
import * as z from 'zod';

const PlanAreas = z.object({ focusAreas: z.array(z.object({ slug: z.string(), title: z.string() })) });

/** What the plan's focus areas are called, by the last part of their address; fetched once. */
@Injectable({ providedIn: 'root' })
export class AreaTitles {
  readonly #http = inject(HttpClient);
  readonly #plan = resource({
    loader: async () => PlanAreas.parse(await firstValueFrom(this.#http.get<unknown>('/api/v1/plan'))),
  });
  readonly #titles = computed(
    () => new Map(loadedValue(this.#plan)?.focusAreas.map(({ slug, title }) => [slug, title]) ?? []),
  );

  /** The slug itself while the plan is not here, or when it has no such area. */
  of(slug: string): string {
    return this.#titles().get(slug) ?? slug;
  }
}
