import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type PublicationNote, type PublicationPreview, samePlace } from '@malspar/publication-model';
import { language, Sentence, StateBadge } from '@malspar/shared-web';

/** What stands in the way of publishing, with links to where it is put right, and what merely should be known. */
@Component({
  selector: 'ms-note-list',
  imports: [RouterLink, StateBadge, TranslocoDirective, Sentence],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('publication.notes.blocks') }}</h2>
      @if (blockers().length > 0 || stale()) {
        <ul>
          @if (stale()) {
            <li>
              {{ t('publication.notes.stale') }}
              <button type="button" class="button" (click)="lookedFor.emit()">
                {{ t('publication.preview.again') }}
              </button>
            </li>
          }
          @for (note of blockers(); track $index) {
            <li>
              <ms-sentence
                [text]="note.text ?? t('publication.notes.code.' + note.code)"
                [plansWords]="note.plansWords"
              />
              @if (note.state) {
                &ngsp;<ms-state-badge [state]="note.state" />
              }
              @if (note.link) {
                &ngsp;<a [routerLink]="note.link">{{ t('publication.notes.toReport') }}</a>
              }
              @if (note.field) {
                &ngsp;<a [href]="'#' + note.field">{{ t('publication.notes.toField') }}</a>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="notice good">{{ t('publication.notes.nothing') }}</p>
      }
      @if (differs().length > 0) {
        <h2>{{ t('publication.notes.differs') }}</h2>
        <ul>
          @for (note of differs(); track $index) {
            <li>
              <ms-sentence
                [text]="note.text ?? t('publication.notes.code.' + note.code)"
                [plansWords]="note.plansWords"
              />
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    h2 {
      font-size: 1.125rem;
    }
    ul {
      /* Room for the bullets: what stands beside the form scrolls by itself, and would clip them. */
      padding-inline-start: var(--s5);
    }
    li {
      margin-block-end: var(--s2);
    }
    ms-state-badge {
      margin-inline-end: var(--s2);
    }
    a {
      display: inline-block;
      margin-inline-end: var(--s3);
    }
  `,
})
export class NoteList {
  readonly preview = input.required<PublicationPreview>();
  /** What is written now has not been looked at. */
  readonly stale = input(false);
  /** What is written now is to be shown. */
  readonly lookedFor = output();

  protected readonly blockers = computed(() => this.preview().blockers.map((note) => this.#shown(note)));
  protected readonly differs = computed(() => this.preview().differs.map((note) => this.#shown(note)));

  #shown({ code, areaSlug, period, params, text, gap, leadsToPart }: PublicationNote) {
    const place = areaSlug === null || period === null ? null : { areaSlug, period };
    const part = place && this.preview().reports.find((each) => samePlace(each, place));
    return {
      code,
      text: text?.[language()],
      plansWords: params['title'] === undefined ? [] : [params['title']],
      state: params['state'] ?? null,
      link: leadsToPart ? (part?.link ?? null) : null,
      field:
        gap === 'missing' && place
          ? `gap-${areaSlug}-${period}`
          : code === 'correction_reason_missing'
            ? 'reason'
            : null,
    };
  }
}
