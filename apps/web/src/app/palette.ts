import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Plan } from '@malspar/plan-model';
import { Session } from '@malspar/shared-web';

interface Place {
  readonly text: string;
  readonly hint: string;
  readonly link: string;
}

const MOST = 12;
const plain = (text: string): string => text.toLocaleLowerCase('sv').normalize('NFC');

/** Finds any target, focus area or page by a few letters. */
@Component({
  selector: 'ms-palette',
  imports: [TranslocoDirective],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  protected readonly query = signal('');
  protected readonly chosen = signal(0);
  protected readonly found = computed(() => {
    const words = plain(this.query()).split(/\s+/).filter(Boolean);
    return this.#places()
      .filter(({ text, hint }) => words.every((word) => plain(`${text} ${hint}`).includes(word)))
      .slice(0, MOST);
  });
  readonly #texts = inject(TranslocoService);
  readonly #me = inject(Session).me;
  readonly #plan = httpResource(() => '/api/v1/plan', { parse: (json) => Plan.parse(json) });
  readonly #router = inject(Router);
  readonly #dialog = inject(DialogRef);
  readonly #places = computed((): Place[] => {
    const pages = [
      ['nav.start', '/'],
      ['nav.plan', '/plan'],
      ...(this.#me()?.permissions.includes('period.close') ? [['nav.board', '/oversikt']] : []),
      ...(this.#me()?.permissions.includes('assignments.edit') ? [['nav.assignments', '/uppdrag']] : []),
    ] as [string, string][];
    const areas = this.#plan.hasValue() ? this.#plan.value().focusAreas : [];
    return [
      ...pages.map(([key, link]) => ({
        text: this.#texts.translate(`shared.${key}`),
        hint: this.#texts.translate('shared.palette.page'),
        link,
      })),
      ...areas.map((area) => ({
        text: area.title,
        hint: this.#texts.translate('shared.palette.area'),
        link: `/malomraden/${area.slug}`,
      })),
      ...areas.flatMap((area) =>
        area.targets.map((target) => ({
          text: `${target.code} ${target.inForce.title}`,
          hint: area.title,
          link: `/mal/${encodeURIComponent(target.code)}`,
        })),
      ),
    ];
  });

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
