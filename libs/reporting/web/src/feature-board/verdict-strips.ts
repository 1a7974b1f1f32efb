import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Verdict } from '@malspar/reporting-model';
import { parsePeriod } from '@malspar/shared-model';
import { formatPeriod, VerdictMark } from '@malspar/shared-web';
import type { VerdictCell, VerdictYears } from './verdict-years';

const SIGNS: Record<Verdict, string> = { fully: '✓', largely: '↗', partly: '–', not: '✕' };

/** The verdicts for a narrow place: area by area, a line for each year. */
@Component({
  selector: 'ms-verdict-strips',
  imports: [TranslocoDirective, VerdictMark],
  template: `
    <ng-container *transloco="let t">
      <ul class="plain-list legend" aria-hidden="true">
        @for (verdict of verdicts; track verdict) {
          <li>
            <span [class]="'cell ' + verdict">{{ signs[verdict] }}</span> {{ t('shared.verdict.' + verdict) }}
          </li>
        }
      </ul>
      @for (row of rows(); track row.slug) {
        <section [attr.aria-labelledby]="'strip-' + row.slug">
          <h2 [id]="'strip-' + row.slug">{{ row.title }}</h2>
          @if (row.latest; as latest) {
            <p class="latest"><ms-verdict [value]="latest.verdict" /> {{ formatPeriod(latest.period) }}</p>
          }
          <ul class="plain-list years">
            @for (year of row.years; track year.year) {
              <li>
                <span class="year">{{ year.year }}</span>
                @for (cell of year.cells; track cell.period) {
                  <span [class]="'cell ' + (cell.verdict ?? 'none')"
                    ><span aria-hidden="true">{{ cell.verdict ? signs[cell.verdict] : '' }}</span
                    ><span class="visually-hidden"
                      >{{ formatPeriod(cell.period) }}: {{ t('shared.verdict.' + (cell.verdict ?? 'none')) }}.
                    </span></span
                  >
                }
              </li>
            }
          </ul>
        </section>
      }
    </ng-container>
  `,
  styleUrl: './verdict-strips.css',
})
export class VerdictStrips {
  readonly years = input.required<VerdictYears>();

  protected readonly verdicts = Verdict.options;
  protected readonly signs = SIGNS;
  protected readonly formatPeriod = formatPeriod;
  protected readonly rows = computed(() =>
    this.years().rows.map(({ slug, title, cells }) => ({
      slug,
      title,
      latest: cells.findLast((cell) => cell.verdict !== null) ?? null,
      years: this.years().years.map(({ year }) => ({ year, cells: cells.filter((cell) => isOf(cell, year)) })),
    })),
  );
}

const isOf = ({ period }: VerdictCell, year: number): boolean => parsePeriod(period).year === year;
