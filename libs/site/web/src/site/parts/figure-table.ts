import { Component, computed, inject, input } from '@angular/core';
import { cellText, type FigureCell, type FigureTable as Table } from '@malspar/figures-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { Sentence } from './marks.js';

/** As many columns as every screen takes; more scroll within the table's own place. */
const FEW = 3;

/** What a drawing shows, as a table. It scrolls by itself, never the page; a wide one with the keyboard too. */
@Component({
  selector: 'ms-figure-table',
  imports: [Sentence],
  template: `
    <div
      class="table-scroll"
      [attr.tabindex]="isWide() ? 0 : null"
      [attr.role]="isWide() ? 'region' : null"
      [attr.aria-label]="isWide() ? table().caption : null"
    >
      <table>
        <caption>
          <ms-sentence [text]="table().caption" [plansWords]="table().plansWords" />
        </caption>
        <thead>
          <tr>
            @for (column of table().columns; track $index) {
              <th
                scope="col"
                [class]="column.isNumber ? 'number' : null"
                [attr.lang]="column.plansWords === 'heading' ? plansLanguage : null"
              >
                {{ column.text }}
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of table().rows; track $index) {
            <tr>
              @for (cell of row; track $index) {
                @if ($first) {
                  <th scope="row" [attr.lang]="languageOf($index)">
                    <ms-sentence [text]="text(cell)" [plansWords]="wordsIn($index)" />
                  </th>
                } @else {
                  <td [class]="table().columns[$index]?.isNumber ? 'number' : null" [attr.lang]="languageOf($index)">
                    <ms-sentence [text]="text(cell)" [plansWords]="wordsIn($index)" />
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class FigureTable {
  readonly table = input.required<Table>();
  protected readonly isWide = computed(() => this.table().columns.length > FEW);
  readonly #context = inject(PAGE_CONTEXT);
  protected readonly plansLanguage = this.#context.planLanguage;

  protected text(cell: FigureCell): string {
    return cellText(cell, this.#context.language);
  }

  /** A cell that is the plan's words as a whole is marked as a whole. */
  protected wordsIn(column: number): readonly string[] | undefined {
    return this.table().columns[column]?.plansWords === 'cells' ? [] : this.table().plansWords;
  }

  protected languageOf(column: number): string | null {
    return this.table().columns[column]?.plansWords === 'cells' ? this.plansLanguage : null;
  }
}
