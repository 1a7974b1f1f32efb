import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldId, type WrittenStatement } from '../data/statement-draft';
import { StatementStore } from '../data/statement-store';
import { LineField } from './line-field';

type LineName = 'standard' | 'standardDate' | 'assessor' | 'assessedOn' | 'contact' | 'phone' | 'responseDays';

/** One line of the accessibility statement, by its name there: its words, what is written and what is wrong with it. */
@Component({
  selector: 'ms-statement-line',
  imports: [LineField, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (store.written(); as written) {
        <ms-line-field
          [id]="id()"
          [type]="type()"
          [label]="t('site.statement.' + name())"
          [hint]="hinted() ? t('site.statement.' + name() + 'Hint') : ''"
          [value]="written[name()]"
          [faultText]="fault() ? t('site.statement.fault.' + fault()!.code) : null"
          (changed)="write($event)"
        />
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class StatementLine {
  readonly name = input.required<LineName>();
  readonly type = input<'text' | 'date' | 'email'>('text');
  /** Whether more is said of it than its label. */
  readonly hinted = input(false);

  protected readonly store = inject(StatementStore);
  protected readonly id = computed(() => fieldId(`/${this.name()}`));
  protected readonly fault = computed(() => this.store.faults().find(({ pointer }) => pointer === `/${this.name()}`));

  protected write(text: string): void {
    const change: Partial<Pick<WrittenStatement, LineName>> = { [this.name()]: text };
    this.store.write(change);
  }
}
