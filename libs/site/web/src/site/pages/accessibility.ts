import { Component, computed, inject, input } from '@angular/core';
import { FailureReason, type KnownFailure, type PublishedStatement } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { Sentence } from '../parts/marks.js';

type Bilingual = KnownFailure['what'];

/**
 * The accessibility statement, made from its data, with what the law and its regulations ask for in their order: whose
 * site it is, how far it conforms, what is not accessible and why, how and when it was assessed, where to write, and
 * whom to complain to (MDFFS 2019:2).
 */
@Component({ selector: 'ms-accessibility', imports: [Sentence], templateUrl: './accessibility.html' })
export class AccessibilityPage {
  readonly said = input.required<PublishedStatement>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts.statement;
  protected readonly statement = computed(() => this.said().statement);
  protected readonly organisation = computed(() => this.said().organisation ?? this.t.nobody);
  protected readonly plansWords = computed(() => [this.said().organisation ?? '', this.said().service ?? '']);
  protected readonly groups = computed(() =>
    FailureReason.options.flatMap((reason) => {
      const failures = this.statement().failures.filter((failure) => failure.reason === reason);
      return failures.length > 0 ? [{ reason, failures }] : [];
    }),
  );
  protected readonly standardDate = computed(() => {
    const date = this.statement().standardDate;
    if (date.length === 10) return this.context.date(date);
    return date.length === 7 ? this.context.month(date) : date;
  });

  /** In the page's language; in Swedish where nobody has written it otherwise. */
  protected say(words: Bilingual): string {
    return words[this.context.language] || words.sv;
  }

  /** `sv` where Swedish stands on a page that is not. */
  protected languageOf(words: Bilingual): 'sv' | null {
    return words[this.context.language] ? null : 'sv';
  }
}
