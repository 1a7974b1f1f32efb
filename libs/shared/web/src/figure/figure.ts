import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { cellText, type ChartFigure } from '@malspar/figures-model';
import { language } from '../i18n/language';
import { planLanguage, Sentence } from '../i18n/plan-text';
import { Chart } from '../chart/chart';
import { Provenance } from '../ui/marks';
import { tableAsTsv } from './figure-table';

let made = 0;

/**
 * A chart one can read: the caption says the finding, the arrow keys walk the values, and the table has them all. The
 * place decides which of the drawing's two widths is shown. What holds an example is marked after the caption.
 */
@Component({
  selector: 'ms-figure',
  imports: [Chart, Provenance, Sentence, TranslocoDirective],
  templateUrl: './figure.html',
  styleUrl: './figure.css',
  host: { '[class.compact]': 'compact()' },
})
export class Figure {
  readonly figure = input.required<ChartFigure>();
  /** Small, to stand beside words. */
  readonly compact = input(false);

  protected readonly id = `figure-${++made}`;
  protected readonly at = signal(-1);
  protected readonly walking = signal(false);
  protected readonly copied = signal(false);
  protected readonly says = computed(() => this.figure().drawing?.wide.stops[this.at()]?.says ?? '');
  protected readonly rows = computed(() =>
    this.figure().table.rows.map((row) => row.map((cell) => cellText(cell, language()))),
  );
  protected readonly planLanguage = planLanguage;
  readonly #clipboard = inject(Clipboard);

  /** A cell that is the plan's words as a whole is marked as a whole. */
  protected wordsIn(column: number): readonly string[] | undefined {
    const { columns, plansWords } = this.figure().table;
    return columns[column]?.plansWords === 'cells' ? [] : plansWords;
  }

  protected languageOf(column: number): string | null {
    return this.figure().table.columns[column]?.plansWords === 'cells' ? planLanguage() : null;
  }

  protected walk(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = (this.figure().drawing?.wide.stops.length ?? 0) - 1;
    const at = this.at();
    const steps: Record<string, number> = {
      ArrowRight: Math.min(last, at + 1),
      ArrowDown: Math.min(last, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      ArrowUp: Math.max(0, at - 1),
      Home: Math.min(0, last),
      End: last,
      Escape: -1,
    };
    const next = steps[event.key];
    if (next === undefined || (event.key === 'Escape' && at === -1)) return;
    event.preventDefault();
    event.stopPropagation();
    this.at.set(next);
  }

  protected point(stop: number): void {
    if (!this.walking() || stop >= 0) this.at.set(stop);
  }

  protected leave(): void {
    this.walking.set(false);
    this.at.set(-1);
  }

  protected copy(): void {
    this.copied.set(this.#clipboard.copy(tableAsTsv(this.figure().table)));
  }
}
