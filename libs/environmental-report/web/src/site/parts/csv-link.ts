import { Component, computed, inject, input } from '@angular/core';
import { isReportPage, reportDataPath } from '@malspar/environmental-report-model';
import { CONTEXT } from '../report-context.js';

/**
 * A figure's data as CSV: a target's figures, or the verdicts when there is no target. On a version's page the address
 * is the version's own and never answers anything else; on other pages it follows what is published.
 */
@Component({
  selector: 'ms-csv-link',
  template: `
    @if (path(); as path) {
      <p class="no-print">
        <a [href]="path" download
          >{{ t.figure.csv }}&ngsp;<span class="unseen" [attr.lang]="language()">{{ name() }}</span></a
        >
      </p>
    }
  `,
})
export class CsvLink {
  /** The target's code; null for the verdicts. */
  readonly of = input.required<string | null>();
  /** What the figure shows, so that links can be told apart. */
  readonly name = input.required<string>();
  readonly #context = inject(CONTEXT);
  readonly #page = this.#context.page;
  protected readonly t = this.#context.texts;
  /** What a target measures is said in the plan's own words. */
  protected readonly language = computed(() => (this.of() === null ? null : this.#context.planLanguage));
  protected readonly path = computed(() => {
    const code = this.of();
    const own = isReportPage(this.#page) ? this.#page.own : null;
    if (own?.kind === 'report') {
      const { period, version } = own.version.report;
      return code === null
        ? reportDataPath.verdictsCsv(period, version)
        : reportDataPath.targetCsv(period, version, code);
    }
    return code === null ? null : reportDataPath.seriesCsv(code);
  });
}
