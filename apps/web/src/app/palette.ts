import { DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { toSignal } from '@angular/core/rxjs-interop';
import { afterRenderEffect, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Plan } from '@malspar/plan-model';
import { loadedValue, Sentence, Session } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { destinationsOf } from './destinations';
import { matching, type Place, places } from './palette-places';
import { everyReport } from './palette-reports';

const MOST = 10;

/** Finds any target, focus area, report or page by a few letters. */
@Component({
  selector: 'ms-palette',
  imports: [Field, FieldControl, Sentence, TranslocoDirective],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  protected readonly query = signal('');
  protected readonly chosen = signal(0);
  protected readonly found = computed(() => matching(this.#places(), this.query(), MOST));
  readonly #texts = inject(TranslocoService);
  readonly #me = inject(Session).me;
  readonly #router = inject(Router);
  readonly #dialog = inject(DialogRef);
  readonly #plan = httpResource(() => '/api/v1/plan', { parse: (json) => Plan.parse(json) });
  readonly #reports = toSignal(everyReport(inject(HttpClient)), { initialValue: [] });
  readonly #places = computed(() =>
    places(destinationsOf(this.#me()), loadedValue(this.#plan)?.focusAreas ?? [], this.#reports(), (key) =>
      this.#texts.translate(key),
    ),
  );

  constructor() {
    afterRenderEffect(() => {
      document.getElementById(`palette-${this.chosen()}`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected write(text: string): void {
    this.query.set(text);
    this.chosen.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) this.chosen.update((at) => Math.max(0, Math.min(last, at + step)));
    else if (event.key === 'Enter') this.go(this.found()[this.chosen()]);
    else return;
    event.preventDefault();
  }

  protected go(place: Place | undefined): void {
    if (!place) return;
    this.#dialog.close();
    void this.#router.navigateByUrl(place.link);
  }
}
