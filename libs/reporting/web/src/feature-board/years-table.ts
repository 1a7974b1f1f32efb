import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading, periodText } from '@malspar/figures-model';
import { Verdict } from '@malspar/reporting-model';
import { parsePeriod } from '@malspar/shared-model';
import { PlanText, language, Provenance, VerdictMark } from '@malspar/shared-web';
import type { VerdictCell, VerdictYears } from './verdict-years';

/** Areas by periods, each verdict drawn as a level and leading to its report. */
@Component({
  selector: 'ms-years-table',
  imports: [PlanText, Provenance, RouterLink, TranslocoDirective, VerdictMark],
  templateUrl: './years-table.html',
  styleUrl: './years-table.css',
})
export class YearsTable {
  readonly years = input.required<VerdictYears>();
  /** What the table shows, in a sentence. */
  readonly caption = input.required<string>();
  /** Of the verdicts that the caption counts. */
  readonly captionProvenance = input<string | null>(null);
  protected readonly scale = Verdict.options;
  /** Years with their periods under them. */
  protected readonly groups = computed(() => {
    const groups = new Map<number, string[]>();
    for (const period of this.years().periods) {
      const { year } = parsePeriod(period);
      groups.set(year, [...(groups.get(year) ?? []), period]);
    }
    return [...groups].map(([year, periods]) => ({ year, periods }));
  });

  /** Null for a whole year. */
  protected shortOf(period: string): string | null {
    const { cadence, number } = parsePeriod(period);
    return cadence === 'year' ? null : String(number);
  }

  protected headingOf(period: string): string {
    return periodHeading(period, language());
  }

  protected textOf({ period }: VerdictCell): string {
    return periodText(period, language());
  }

  protected isExample({ verdict, provenance }: VerdictCell): boolean {
    return verdict !== null && provenance === 'illustrative';
  }
}
