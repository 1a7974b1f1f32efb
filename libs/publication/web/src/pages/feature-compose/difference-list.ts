import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublishedChange, PublishedDifference } from '@malspar/publication-model';
import { isolated } from '@malspar/shared-model';
import { language, PlanText, Provenance, Sentence } from '@malspar/shared-web';

interface Shown {
  readonly where: string;
  readonly label: string;
  /** The plan's words in the label and the values. */
  readonly plansWords: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  readonly isExample: PublishedChange['isExample'];
}

/** What the new version changes in the one before it, field by field. */
@Component({
  selector: 'ms-difference-list',
  imports: [PlanText, Provenance, Sentence, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="difference-title">
      <h2 id="difference-title">{{ t('publication.difference.title', { version: difference().before.version }) }}</h2>
      @for (change of changes(); track $index) {
        <div class="change">
          <p>
            <strong msPlanText>{{ change.where }}</strong>
            <ms-sentence [text]="change.label" [plansWords]="change.plansWords" />
          </p>
          <p>
            <span class="visually-hidden">{{ t('publication.difference.before') }}</span>
            <del
              ><ms-sentence
                [text]="change.before ?? t('publication.difference.nothing')"
                [plansWords]="change.plansWords"
            /></del>
            <ms-provenance [value]="change.isExample.before ? 'illustrative' : null" />
          </p>
          <p>
            <span class="visually-hidden">{{ t('publication.difference.after') }}</span>
            <ins
              ><ms-sentence
                [text]="change.after ?? t('publication.difference.nothing')"
                [plansWords]="change.plansWords"
            /></ins>
            <ms-provenance [value]="change.isExample.after ? 'illustrative' : null" />
          </p>
        </div>
      } @empty {
        <p>{{ t('publication.difference.none') }}</p>
      }
    </section>
  `,
  styles: `
    section {
      margin-block-start: var(--s6);
    }
    .change {
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .change p {
      margin: 0;
    }
  `,
})
export class DifferenceList {
  readonly difference = input.required<PublishedDifference>();

  protected readonly changes = computed((): Shown[] => {
    const { general, plansWords, sections } = this.difference();
    return [
      ...general.map((change) => shown('', change, plansWords)),
      ...sections.flatMap((section) => [
        ...presence(section.title, section.presence),
        ...section.changes.map((change) => shown(section.title, change, [])),
        ...section.items.flatMap((item) => [
          ...presence(`${item.code} ${isolated(item.title)}`, item.presence),
          ...item.changes.map((change) => shown(`${item.code} ${isolated(item.title)}`, change, item.plansWords)),
        ]),
      ]),
    ];
  });
}

const shown = (
  where: string,
  { label, before, after, isExample, kind }: PublishedChange,
  plansWords: readonly string[],
): Shown => ({
  where,
  label: label[language()],
  before: before?.[language()] ?? null,
  after: after?.[language()] ?? null,
  plansWords: [...plansWords, ...(kind === 'text' ? [before, after].flatMap((text) => text?.[language()] ?? []) : [])],
  isExample,
});

const presence = (title: string, kind: 'both' | 'added' | 'removed'): Shown[] => {
  if (kind === 'both') return [];
  return [
    {
      where: '',
      label: '',
      plansWords: [title],
      before: kind === 'removed' ? title : null,
      after: kind === 'added' ? title : null,
      isExample: { before: false, after: false },
    },
  ];
};
