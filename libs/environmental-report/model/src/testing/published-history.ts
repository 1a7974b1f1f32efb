import type { CheckedPlan } from '@malspar/plan-model';
import { type PeriodCode, periodYearBefore } from '@malspar/shared-model';
import { composePublishedReport } from '../composing/compose.js';
import type { ApprovedReport, Composition } from '../composing/composition.js';
import type { PublishedReport } from '../published-report.js';
import { sampleComposition } from './sample-composition.js';
import { type LatestWord, latestWord } from '../latest-word/latest-word.js';

type Content = ApprovedReport['content'];

/**
 * For specs: reports of a plan published one after the other, day by day, as the product publishes them. What has been
 * corrected in a report stays so; the figures given beside the reports are never corrected, so that only what has been
 * published can tell.
 */
export class PublishedHistory {
  readonly reports: PublishedReport[] = [];
  readonly #corrections: { area: string; period: PeriodCode; change: (content: Content) => void }[] = [];
  readonly #gaps: Composition['gaps'][number][] = [];
  #day = 0;

  constructor(private readonly file: CheckedPlan) {}

  get word(): LatestWord {
    return latestWord(this.reports);
  }

  /** Corrects an area's report: every version that is published from now on has it. */
  correct(area: string, period: PeriodCode, change: (content: Content) => void): this {
    this.#corrections.push({ area, period, change });
    return this;
  }

  /** Corrects a value that the report of the same period gives. */
  correctValue(code: string, period: PeriodCode, value: string | null): this {
    return this.correct(this.#areaOf(code), period, ({ entries }) => {
      const entry = entries.find(({ targetCode }) => targetCode === code);
      if (entry) entry.content.values = [{ period, value }];
    });
  }

  /** Leaves an area's report out, with a stated reason: every version that is published from now on lacks it. */
  leaveOut(areaSlug: string, period: PeriodCode): this {
    this.#gaps.push({ areaSlug, period, reason: 'Rapporten rättas.' });
    return this;
  }

  /** The period's next version, the day after the one before. */
  publish(period: PeriodCode, change: Partial<Composition> = {}): PublishedReport {
    const version = 1 + this.reports.filter((report) => report.period === period).length;
    const word = this.word;
    const input = sampleComposition(this.file, period, {
      version,
      correction: version === 1 ? null : { reason: 'Ett tal var fel.', date: '2026-03-01', ofVersion: version - 1 },
      word,
      before: [...word.newest].find((report) => report.period === periodYearBefore(period)) ?? null,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + this.#day++)),
      ...change,
    });
    const isLeftOut = (area: string, of: PeriodCode): boolean =>
      this.#gaps.some((gap) => gap.areaSlug === area && gap.period === of);
    const written = JSON.parse(JSON.stringify(input.reports)) as ApprovedReport[];
    const reports = written.filter(({ content }) => !isLeftOut(content.focusArea.slug, content.period));
    const gaps = this.#gaps.filter((gap) => written.some(({ content }) => isOf(content, gap)));
    for (const { content } of reports) {
      for (const { area, period: of, change: correct } of this.#corrections) {
        if (content.focusArea.slug === area && content.period === of) correct(content);
      }
    }
    const report = composePublishedReport({ ...input, gaps: [...input.gaps, ...gaps], reports });
    this.reports.push(report);
    return report;
  }

  #areaOf(code: string): string {
    const area = this.file.focusAreas.find(({ targets }) => targets.some((target) => target.code === code));
    if (!area) throw new Error(`no target ${code}`);
    return area.slug;
  }
}

const isOf = ({ focusArea, period }: Content, gap: Composition['gaps'][number]): boolean =>
  focusArea.slug === gap.areaSlug && period === gap.period;
