import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type EarlierWording, type FieldPlace, isFieldPath } from '@malspar/reporting-model';
import { formatDateTime, latestValue, Loaded, LoadedAs } from '@malspar/shared-web';
import type { DraftSlot } from '../data/draft-slot';
import { DraftStore } from '../data/draft-store';
import { typedFrom } from '../data/draft-fields';
import { ReportingClient } from '../data/reporting-client';
import { fieldContent, fieldWords } from './field-words';

/** What a question's fields said before, folded away; each wording is taken back with one press, as any other change. */
@Component({
  selector: 'ms-earlier-wordings',
  imports: [Loaded, LoadedAs, TranslocoDirective],
  template: `
    @if (wasReworded()) {
      <details *transloco="let t" #panel (toggle)="open.set(panel.open)">
        <summary>{{ t('reporting.report.wordings.title') }}</summary>
        @if (open()) {
          <ms-loaded [failure]="found.error()" (retry)="found.reload()"
            ><ng-container *msLoadedAs="wordings() as wordings">
              <ol>
                @for (wording of wordings; track wording.id) {
                  <li>
                    <p class="about">
                      {{ words(t, wording.field) }}.
                      @if (wording.writtenAt; as at) {
                        {{ t('reporting.report.wordings.written', { who: wording.writtenBy, when: time(at) }) }}
                      }
                      {{
                        t('reporting.report.wordings.replaced', {
                          who: wording.replacedBy,
                          when: time(wording.replacedAt),
                        })
                      }}
                    </p>
                    <p class="text">{{ content(t, wording.field, wording.text) }}</p>
                    <button
                      type="button"
                      class="button quiet"
                      (click)="takeBack(wording, t('reporting.report.wordings.back'))"
                    >
                      {{ t('reporting.report.wordings.takeBack') }}
                    </button>
                  </li>
                } @empty {
                  <li>{{ t('reporting.report.wordings.none') }}</li>
                }
              </ol>
              @if (more()) {
                <button type="button" class="button quiet" (click)="pages.set(pages() + 1)">
                  {{ t('reporting.report.wordings.more') }}
                </button>
              }
            </ng-container></ms-loaded
          >
        }
        <p class="visually-hidden" role="status">{{ said() }}</p>
      </details>
    }
  `,
  styles: `
    details {
      margin-block-start: var(--s3);
    }
    summary {
      cursor: pointer;
      inline-size: fit-content;
      color: var(--muted);
      font-size: 0.9375rem;
    }
    ol {
      list-style: none;
      margin: var(--s2) 0 0;
      padding: 0;
    }
    li {
      padding-block: var(--s3);
      border-block-start: 1px solid var(--line);
    }
    p {
      margin: 0;
    }
    .about {
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class EarlierWordings {
  /** Null: of the verdict. */
  readonly targetCode = input.required<string | null>();
  /** The question's fields; `measure` stands for all that is below it. */
  readonly fields = input.required<readonly FieldPlace[]>();
  readonly draft = input.required<Pick<DraftSlot<unknown>, 'savedAt' | 'set' | 'wasReworded'>>();

  readonly #client = inject(ReportingClient);
  readonly #store = inject(DraftStore);
  protected readonly words = fieldWords;
  protected readonly content = fieldContent;
  protected readonly open = signal(false);
  protected readonly pages = signal(1);
  protected readonly said = signal('');
  protected readonly wasReworded = computed(() => this.draft().wasReworded(this.fields()));

  // Read when it is opened, and again when something has been saved while it is.
  protected readonly found = resource({
    params: () => {
      const report = this.#store.report();
      if (!this.open() || !report) return undefined;
      return {
        id: report.id,
        target: this.targetCode(),
        fields: this.fields(),
        pages: this.pages(),
        saved: this.draft().savedAt(),
      };
    },
    loader: ({ params: { id, target, fields, pages } }) => {
      const numbers = Array.from({ length: pages }, (_, index) => index + 1);
      const asked = fields.flatMap((field) => numbers.map((page) => ({ field, page })));
      return Promise.all(
        asked.map(({ field, page }) => this.#client.earlierWordings(id, { targetCode: target, field }, page)),
      );
    },
  });
  // What was read stays while it is read again, so that nothing moves and the focus keeps its place.
  readonly #read = latestValue(this.found);
  protected readonly more = computed(() => this.#read()?.some(({ limit, total }) => total > this.pages() * limit));
  protected readonly wordings = computed(() => {
    const items = this.#read()?.flatMap((page) => page.items);
    return items?.sort((a, b) => b.replacedAt.localeCompare(a.replacedAt));
  });

  protected time(instant: string): string {
    return formatDateTime(instant);
  }

  protected takeBack({ field, text }: EarlierWording, said: string): void {
    if (isFieldPath(field)) this.draft().set(field, typedFrom(field, text));
    this.said.set(said);
  }
}
