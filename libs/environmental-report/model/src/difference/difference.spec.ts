import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { composePublishedReport } from '../composing/compose.js';
import { differenceOf } from './difference.js';
import { withExplanations } from '../testing/early-versions.js';
import { sampleComposition } from '../testing/sample-composition.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/exempel-tertial.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;
const withForeword = (foreword: string) => composePublishedReport(sampleComposition(plan, '2026-T2', { foreword }));
const tokensBetween = (before: string, after: string) =>
  differenceOf(withForeword(before), withForeword(after)).general.find(({ field }) => field === 'foreword')?.tokens;

describe('running text that differs', () => {
  it('is told word by word when most of it is the same', () => {
    const tokens = tokensBetween('Vi kör mindre bil än förra året.', 'Vi kör mindre lastbil än förra året.');
    const changed = tokens?.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`);
    expect(changed).toEqual(['del bil', 'ins lastbil']);
  });

  it('is told whole, before and after, when little of it is', () => {
    expect(tokensBetween('Vi kör mindre bil än förra året.', 'Matsvinnet har halverats på alla sjukhus.')).toBeNull();
  });
});

describe('what is not the same in two reports', () => {
  it('says nothing of explanations that only the earlier version had', () => {
    const now = withForeword('');
    const difference = differenceOf(withExplanations(now, 'Bara för granskaren.'), now);
    expect(difference.sections).toEqual([]);
  });

  const composed = (period: string, dueOn: string) => {
    const composition = sampleComposition(plan, period);
    const report = composePublishedReport(composition);
    return {
      ...report,
      areas: report.areas.map((area) => ({
        ...area,
        targets: area.targets.map((target) => ({
          ...target,
          answer: { ...target.answer, measure: { text: 'Byta bilar.', responsible: '', dueOn } },
        })),
      })),
    };
  };

  it('has a day in words, in the language of the page', () => {
    const { sections } = differenceOf(composed('2026-T2', '2025-12-31'), composed('2026-T2', '2026-03-01'));
    expect(sections[0]?.items[0]?.changes).toMatchObject([
      {
        field: 'measure/dueOn',
        before: { sv: '31 december 2025', en: '31 December 2025' },
        after: { sv: '1 mars 2026', en: '1 March 2026' },
      },
    ]);
  });

  it('is not that they are for different periods: that was what was chosen', () => {
    const fields = differenceOf(composed('2026-T1', '2026-03-01'), composed('2026-T2', '2026-03-01')).general;
    expect(fields.map(({ field }) => field)).not.toContain('title');
  });
});
