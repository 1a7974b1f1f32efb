import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import type { Provenance } from '@malspar/shared-model';
import { composePublishedReport } from './composing/compose.js';
import { partsFigure } from './figures/index.js';
import { markedComposition } from './testing/marked-composition.js';
import {
  captionOrigin,
  comparisonOrigin,
  mixedOrigin,
  targetComparisonOrigin,
  verdictComparisonOrigin,
} from './mixed-origin.js';
import { PublishedReport } from './published-report.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const file = { ...reading.plan, focusAreas: reading.plan.focusAreas.slice(0, 2) };

const NOTHING_MORE = { explanation: '', reportId: '' };
const composed = (period: string, isExample: boolean, before: PublishedReport | null): PublishedReport => {
  const { verdicts, ...rest } = markedComposition(file, period, { isExample: () => isExample, change: { before } });
  // As in the product, the view over time has each verdict's own origin.
  const earlier = (before?.areas ?? []).map(({ slug, verdict, verdictProvenance }) => {
    return { focusAreaSlug: slug, period: before!.period, verdict, provenance: verdictProvenance, ...NOTHING_MORE };
  });
  const kept = verdicts.filter((row) => row.period !== before?.period);
  return composePublishedReport({ ...rest, verdicts: [...kept, ...earlier] });
};
const compared = (before: boolean, now: boolean) => composed('2024-Q4', now, composed('2023-Q4', before, null));

describe('a sentence of several things', () => {
  it.each([
    [['verified', 'illustrative', 'reported'], 'illustrative'],
    [['verified', null, undefined], 'verified'],
    [[null], null],
  ] as const)('of %j is %s', (origins, origin) => {
    expect(mixedOrigin(origins)).toBe(origin);
  });

  it.each([
    [true, false, true],
    [false, true, true],
    [true, true, true],
    [false, false, false],
  ])('about what was an example (%s) and is one (%s) is an example: %s', (before, now, isExample) => {
    const report = compared(before, now);
    const [area] = report.areas;
    const assessed = report.areas
      .flatMap(({ targets }) => targets)
      .find(({ code }) =>
        report.comparison?.areas.some(({ targets }) =>
          targets.some((each) => each.code === code && each.assessment.before !== null),
        ),
      );
    const origins = [
      comparisonOrigin(report),
      verdictComparisonOrigin(report, area!),
      targetComparisonOrigin(report, assessed!),
    ];
    expect(origins.map((origin) => origin === 'illustrative')).toEqual([isExample, isExample, isExample]);
    // So does the published JSON.
    const [of] = report.comparison!.areas;
    const kept = [
      report.comparison!.summaryProvenance,
      of!.sentenceProvenance,
      report.comparison!.areas.flatMap(({ targets }) => targets).find(({ code }) => code === assessed!.code)!
        .sentenceProvenance,
    ];
    expect(kept).toEqual(origins);
    expect(assessed!.captionProvenance).toBe(captionOrigin(assessed!));
    expect(assessed!.captionProvenance === 'illustrative').toBe(now);
  });

  it('in a version that was published before sentences had an origin of their own is read as it was', () => {
    const text = JSON.stringify(compared(true, true), (key, value: unknown) =>
      /^(caption|sentence|summary)Provenance$/.test(key) ? undefined : value,
    );
    expect(JSON.stringify(PublishedReport.parse(JSON.parse(text)))).toBe(text);
  });

  it('about parts is an example where the whole is, and about figures where one of them is', () => {
    const report = composed('2024-Q4', false, null);
    const target = report.areas.flatMap(({ targets }) => targets).find(({ answer }) => answer.values.length > 0)!;
    const reported = (provenance: Provenance) => ({
      ...target,
      answer: {
        ...target.answer,
        parts: [{ label: 'Akut', value: '1' }],
        values: target.answer.values.map((value) => ({ ...value, provenance })),
      },
    });
    expect(partsFigure(reported('reported'), 'sv')?.illustrative).toBe(false);
    expect(partsFigure(reported('illustrative'), 'sv')?.illustrative).toBe(true);
    const [first, ...rest] = target.series;
    expect(captionOrigin(target)).not.toBe('illustrative');
    expect(captionOrigin({ ...target, series: [{ ...first!, provenance: 'illustrative' }, ...rest] })).toBe(
      'illustrative',
    );
  });
});
