import { composePublishedReport, type PublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { contentHashOf, saysTheSame as saysTheSameAs } from '@malspar/publication-api/testing';
import { saysTheSameOf, withoutRevisions } from './what-is-said.js';

const saysTheSame = (a: PublishedReport, b: PublishedReport): boolean =>
  saysTheSameAs({ said: (content) => withoutRevisions(content as PublishedReport) }, a, b);

const { plan } = seedPlan('miljoplan-2021-2025');
const before = composePublishedReport(sampleComposition(plan, '2023-Q4'));
const report = composePublishedReport(sampleComposition(plan, '2024-Q4', { before }));
const area = report.areas.find(({ targets }) => targets.some(({ series }) => series.length > 0));

/** As if every report had been corrected without a change and approved anew, and published again some other day. */
const again: PublishedReport = {
  ...report,
  version: 2,
  correction: { reason: 'Vi trodde att något var fel.', date: '2026-12-01', ofVersion: 1 },
  publishedAt: '2026-12-01T10:00:00.000Z',
  publishedOn: { date: '2026-12-01', sv: '1 december 2026', en: '1 December 2026' },
  auditHead: 'f'.repeat(64),
  reports: report.reports.map((each) => ({
    ...each,
    revision: each.revision + 1,
    sha256: 'e'.repeat(64),
    approvedOn: '2026-11-30',
  })),
  comparison: report.comparison && { ...report.comparison, with: { ...report.comparison.with, version: 9 } },
};

const target = area!.targets.find(({ series }) => series.length > 0)!;

const withTarget = (change: Partial<PublishedReport['areas'][number]['targets'][number]>): PublishedReport => ({
  ...again,
  areas: again.areas.map((each) =>
    each.slug === area?.slug
      ? { ...each, targets: each.targets.map((one) => (one.code === target.code ? { ...one, ...change } : one)) }
      : each,
  ),
});

describe('what a version says', () => {
  it('is the same whichever revisions, moment and version it has, though it is another to look at', () => {
    expect(report.comparison).not.toBeNull();
    expect(saysTheSame(report, again)).toBe(true);
    expect(contentHashOf(again)).not.toBe(contentHashOf(report));
  });

  it.each<[string, PublishedReport]>([
    ['a text', withTarget({ answer: { ...target.answer, comment: 'Ett ord till.' } })],
    ['where something comes from', withTarget({ provenance: 'verified', sourceKey: 'beslut' })],
    ['a value that is gone', withTarget({ series: target.series.slice(0, -1) })],
    ['the order', { ...again, order: [...again.order].reverse() }],
    ['a report that is gone', { ...again, reports: again.reports.slice(1) }],
    ['a foreword', { ...again, foreword: 'Nytt.' }],
  ])('is another with %s', (_what, other) => {
    expect(saysTheSame(report, other)).toBe(false);
  });

  it('is told of one area at a time', () => {
    const other = withTarget({ title: 'En annan lydelse.' });
    expect(report.areas.map(({ slug }) => saysTheSameOf(slug, report, other))).toEqual(
      report.areas.map(({ slug }) => slug !== area?.slug),
    );
  });
});
