import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PublishedReport, PublishedTarget } from '@malspar/publication-model';
import { quantityText } from '@malspar/shared-charts';
import { AssessmentMark, formatPeriod, language, Provenance, VerdictMark } from '@malspar/shared-web';

/** The report as it will be: the very content that the public page and the files are made of. */
@Component({
  selector: 'ms-report-preview',
  imports: [AssessmentMark, Provenance, TranslocoDirective, VerdictMark],
  templateUrl: './report-preview.html',
  styleUrl: './report-preview.css',
})
export class ReportPreview {
  readonly report = input.required<PublishedReport>();

  protected readonly formatPeriod = formatPeriod;
  protected readonly title = computed(() => this.report().title[language()]);
  protected readonly summary = computed(() => this.report().comparison?.summary[language()] ?? null);

  protected captionOf(target: PublishedTarget): string {
    return target.caption[language()];
  }

  protected valuesOf({ answer, indicator }: PublishedTarget): { period: string; text: string; provenance: string }[] {
    return answer.values.flatMap(({ period, value, provenance }) =>
      value === null
        ? []
        : [{ period, text: quantityText(value, indicator.unit, indicator.decimals, language()), provenance }],
    );
  }
}
