import type { PublicationNote, PublicationPreview } from '@malspar/publication-model';
import { EMPTY_DRAFT, gapsAfter, toDraft } from './written-draft';

const GAPS: Readonly<Record<string, PublicationNote['gap']>> = { no_report: 'missing', gap_needless: 'needless' };
const note = (code: PublicationNote['code'], areaSlug: string | null = null): PublicationNote => ({
  code,
  gap: GAPS[code],
  areaSlug,
  period: areaSlug === null ? null : '2025-T3',
  params: areaSlug === null ? {} : { title: areaSlug.toUpperCase() },
});
const preview = (blockers: PublicationNote[], differs: PublicationNote[] = []): PublicationPreview => ({
  period: '2025-T3',
  kind: 'period',
  nextVersion: 1,
  reports: [],
  order: [],
  blockers,
  differs,
  contentHash: null,
  difference: null,
});
const gap = (areaSlug: string, reason: string) => ({
  areaSlug,
  period: '2025-T3',
  title: areaSlug.toUpperCase(),
  reason,
});

describe('what is written', () => {
  it('is sent without what is blank', () => {
    const draft = toDraft({ ...EMPTY_DRAFT, correctionReason: '  ', gaps: [gap('a', ' Sent. '), gap('b', '  ')] });
    expect(draft.correctionReason).toBeNull();
    expect(draft.gaps).toEqual([{ areaSlug: 'a', period: '2025-T3', reason: 'Sent.' }]);
  });

  it('is asked for where a report is missing, and what is explained stays', () => {
    const blockers = [note('no_report', 'b'), note('correction_reason_missing')];
    expect(gapsAfter([gap('a', 'Sent.')], preview(blockers, [note('gap_stated', 'a')]))).toEqual([
      gap('a', 'Sent.'),
      gap('b', ''),
    ]);
  });

  it('is asked for no longer once the report is there', () => {
    expect(gapsAfter([gap('a', 'Sent.')], preview([], [note('gap_needless', 'a')]))).toEqual([]);
    expect(gapsAfter([gap('a', '')], preview([]))).toEqual([]);
  });
});

describe('the order', () => {});
