import { Component, inject, input } from '@angular/core';
import type { PublishedChange } from '@malspar/publication-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { ExampleMark, PlanText, Sentence } from './marks.js';

/** Changes as before and after; running text word by word, told to ears as well as to eyes. */
@Component({
  selector: 'ms-changes',
  imports: [ExampleMark, PlanText, Sentence],
  template: `
    @if (presence() === 'added') {
      <p>{{ t.difference.added }}.</p>
    } @else if (presence() === 'removed') {
      <p>{{ t.difference.removed }}.</p>
    }
    @if (changes().length > 0) {
      <dl class="changes">
        @for (change of changes(); track $index) {
          <div>
            <dt><ms-sentence [text]="context.say(change.label)" [plansWords]="plansWords()" /></dt>
            @if (change.tokens; as tokens) {
              <dd msPlanText>
                @for (token of tokens; track $index) {
                  @switch (token.kind) {
                    @case ('ins') {
                      <ins
                        ><span class="unseen" [attr.lang]="context.language">{{ t.difference.insertion }} </span
                        >{{ token.text }}</ins
                      >
                    }
                    @case ('del') {
                      <del
                        ><span class="unseen" [attr.lang]="context.language">{{ t.difference.deletion }} </span
                        >{{ token.text }}</del
                      >
                    }
                    @default {
                      <span>{{ token.text }}</span>
                    }
                  }
                }
                <ms-example [of]="change.isExample.before || change.isExample.after ? 'illustrative' : null" />
              </dd>
            } @else {
              <dd>
                <span class="muted">{{ t.difference.before }}:</span>&ngsp;<bdi
                  [attr.lang]="languageOf(change, change.before)"
                  ><ms-sentence
                    [text]="change.before ? context.say(change.before) : t.difference.nothing"
                    [plansWords]="wordsIn(change)"
                /></bdi>
                <ms-example [of]="change.isExample.before ? 'illustrative' : null" />
              </dd>
              <dd>
                <span class="muted">{{ t.difference.after }}:</span>&ngsp;<span
                  dir="auto"
                  [attr.lang]="languageOf(change, change.after)"
                  [class.after]="change.kind !== 'text'"
                  ><ms-sentence
                    [text]="change.after ? context.say(change.after) : t.difference.nothing"
                    [plansWords]="wordsIn(change)"
                /></span>
                <ms-example [of]="change.isExample.after ? 'illustrative' : null" />
              </dd>
            }
          </div>
        }
      </dl>
    }
  `,
})
export class Changes {
  readonly changes = input.required<readonly PublishedChange[]>();
  /** The plan's words that may stand in labels and values. */
  readonly plansWords = input.required<readonly string[]>();
  readonly presence = input<'both' | 'added' | 'removed'>('both');
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;

  /** What is the plan's words as a whole is marked as a whole. */
  protected wordsIn({ kind }: PublishedChange): readonly string[] {
    return kind === 'text' ? [] : this.plansWords();
  }

  /** A text is a person's words; that there is none is the site's. */
  protected languageOf({ kind }: PublishedChange, said: PublishedChange['before']): string | null {
    return kind === 'text' && said ? this.context.planLanguage : null;
  }
}
