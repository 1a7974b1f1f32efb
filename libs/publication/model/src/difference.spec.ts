import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { composePublishedReport } from './compose.js';
import { differenceOf } from './difference.js';
import { sampleComposition } from './sample-composition.js';

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
