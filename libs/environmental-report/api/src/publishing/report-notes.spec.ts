import { seedPlan } from '@malspar/plan-api/testing';
import { PublicationDraft, type PublicationReport } from '@malspar/publication-model';
import { blockersOf, differencesOf, repeatsOf } from './report-notes.js';

const { plan } = seedPlan('miljoplan-2021-2025');
const [first, second] = plan.focusAreas;
const period = '2024-Q3';
const expected = plan.focusAreas.slice(0, 2).map(({ slug, title }) => ({ areaSlug: slug, areaTitle: title, period }));
const part = (nth: number, change: Partial<PublicationReport> = {}): PublicationReport => ({
  reportId: '5f0c2c5e-7a51-4a53-9d2d-3d7a5b1f7c11',
  areaSlug: plan.focusAreas[nth]!.slug,
  areaTitle: plan.focusAreas[nth]!.title,
  period,
  ...{ state: 'approved', revision: 1, sha256: null, published: false, canReopen: false, link: '/rapporter/1/granska' },
  ...change,
});
const draftWith = (change: object = {}): PublicationDraft => PublicationDraft.parse(change);

describe('what is said of a report that is to be published', () => {
  const blockers = blockersOf({
    plan: { start: plan.plan.start, focusAreas: plan.focusAreas },
    period,
    expected,
    draft: draftWith({ order: ['finns-inte'] }),
    listed: [part(0, { state: 'draft' })],
  });

  it('leads to a report that is not approved; one that is not there may be left out, as may the other', () => {
    expect(blockers.map(({ code, gap, leadsToPart }) => [code, gap, leadsToPart])).toEqual([
      ['not_approved', 'missing', true],
      ['no_report', 'missing', undefined],
      ['unknown_area', undefined, undefined],
    ]);
  });

  it('names areas and periods as people do, in both languages', () => {
    expect(blockers.map(({ text }) => text.sv)).toEqual([
      `${first!.title}, kvartal 3 2024: rapporten är inte godkänd. Godkänn den, eller skriv varför den saknas.`,
      `${second!.title}, kvartal 3 2024: det finns ingen rapport. Skriv varför den saknas.`,
      'Målområdet finns-inte finns inte i planen.',
    ]);
    expect(blockers[1]?.text.en).toBe(`${second!.title}, quarter 3 2024: there is no report. Write why it is missing.`);
  });

  it('says what was approved in vain, and what reason is stated or not needed', () => {
    const gaps = [0, 1].map((nth) => ({ areaSlug: plan.focusAreas[nth]!.slug, period, reason: 'Mätarna byttes.' }));
    const notes = differencesOf({
      draft: draftWith({ gaps }),
      listed: [part(0)],
      gaps: gaps.slice(1),
      titles: new Map(plan.focusAreas.map(({ slug, title }) => [slug, title])),
      hasComparison: true,
      isCorrection: true,
      saysAsBefore: () => true,
    });
    expect(notes.map(({ code, gap, leadsToPart }) => [code, gap, leadsToPart])).toEqual([
      ['gap_stated', undefined, undefined],
      ['gap_needless', 'needless', undefined],
      ['revision_repeats', undefined, true],
    ]);
    for (const { text } of [...notes, ...repeatsOf([part(0)])]) {
      expect(text.sv).toMatch(/kvartal 3 2024/);
      expect(text.en).toMatch(/quarter 3 2024/);
    }
    expect(notes[0]?.text.sv).toContain(second!.title);
  });
});
