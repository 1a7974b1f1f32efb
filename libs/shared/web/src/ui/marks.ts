import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { assessmentSigns, verdictLevel, verdictSteps } from '@malspar/figures-model';

const SIGNS: Readonly<Record<string, string>> = assessmentSigns;

/** An assessment: shape, word and colour, never colour alone. */
@Component({
  selector: 'ms-assessment',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <span aria-hidden="true" class="shape">{{ shape() }}</span> {{ t('shared.assessment.' + (value() ?? 'none')) }}
    </ng-container>
  `,
  host: { '[class]': 'value() ?? "none"' },
  styles: `
    :host {
      white-space: nowrap;
    }
    .shape {
      display: inline-block;
      inline-size: 1.1em;
      text-align: center;
    }
    :host(.achieved) .shape,
    :host(.on_track) .shape {
      color: var(--good);
    }
    :host(.uncertain) .shape {
      color: var(--warn);
    }
    :host(.will_not_reach) .shape {
      color: var(--bad);
    }
  `,
})
export class AssessmentMark {
  readonly value = input.required<string | null>();
  protected readonly shape = computed(() => SIGNS[this.value() ?? ''] ?? '·');
}

/** A verdict: a four-part bar, the word and a colour. */
@Component({
  selector: 'ms-verdict',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <span class="bar" aria-hidden="true">
        @for (part of parts; track part) {
          <span [class.filled]="part <= filled()"></span>
        }
      </span>
      <span [class.visually-hidden]="isCompact()">{{ t('shared.verdict.' + (value() ?? 'none')) }}</span>
    </ng-container>
  `,
  host: { '[class]': 'value() ?? "none"' },
  styles: `
    .bar {
      display: inline-flex;
      gap: 2px;
      margin-inline-end: var(--s1);
    }
    .bar span {
      inline-size: 0.35em;
      block-size: 0.8em;
      border: 1px solid currentcolor;
    }
    .bar .filled {
      background: currentcolor;
      forced-color-adjust: none;
    }
    :host(.fully) .bar,
    :host(.largely) .bar {
      color: var(--good);
    }
    :host(.partly) .bar {
      color: var(--warn);
    }
    :host(.not) .bar {
      color: var(--bad);
    }
  `,
})
export class VerdictMark {
  readonly value = input.required<string | null>();
  /** The bar alone is drawn, where a legend says what it means; the word is still read aloud. */
  readonly isCompact = input(false);
  protected readonly filled = computed(() => verdictLevel(this.value()));
  protected readonly parts = verdictSteps;
}

/** The state of a report. */
@Component({
  selector: 'ms-state-badge',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">{{ t('shared.state.' + state()) }}</ng-container>`,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-block;
      padding: 0 var(--s2);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      font-size: 0.9375rem;
      white-space: nowrap;
    }
    :host(.returned) {
      border-color: var(--warn);
      background: var(--warn-soft);
    }
    :host(.approved),
    :host(.published) {
      border-color: var(--good);
      background: var(--good-soft);
    }
  `,
})
export class StateBadge {
  readonly state = input.required<string>();
}

/** Says that a value is an example and not a fact; says nothing about others. */
@Component({
  selector: 'ms-provenance',
  imports: [TranslocoDirective],
  template: `
    @if (value() === 'illustrative') {
      <span *transloco="let t">{{ t('shared.provenance.illustrative') }}</span>
    }
  `,
  styles: `
    /* Angular drops the space between two elements; this one is gone again where the label begins a line. */
    :host::before {
      content: ' ';
    }
    span {
      display: inline-block;
      padding: 0 var(--s1);
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
      color: var(--muted);
      font-size: 0.875rem;
      font-weight: 400;
      white-space: nowrap;
    }
  `,
})
export class Provenance {
  readonly value = input.required<string | null>();
}
