import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import { composePublishedReport } from '../composing/compose.js';
import { sampleComposition } from '../testing/index.js';
import { chooseVersions } from './chosen-versions.js';
import { reportSite } from './report-site.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/exempel-tertial.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const { plan } = reading;
const version = (period: string, number = 1) => ({
  report: composePublishedReport(sampleComposition(plan, period, { version: number, foreword: `${period} ${number}` })),
  sha256: '',
  files: [],
});
const site = reportSite([version('2026-T1'), version('2026-T2'), version('2026-T2', 2)])!;

describe('two reports to compare', () => {
  it('may be any two versions, in any order; a period alone is its newest version', () => {
    expect(chooseVersions(site, '2026-T1.v1', '2026-T2').difference).toMatchObject({
      before: { period: '2026-T1', version: 1 },
      after: { period: '2026-T2', version: 2 },
    });
    expect(chooseVersions(site, '2026-T2.v2', '2026-T2.v1')).toMatchObject({
      faults: { from: null, till: null },
      difference: { before: { version: 2 }, after: { version: 1 }, general: [{ field: 'foreword' }] },
    });
  });

  it('must both be there and not be the same; each fault stands at its choice', () => {
    expect(chooseVersions(site, '', '1999-T1.v1')).toEqual({
      from: '',
      till: '1999-T1.v1',
      faults: { from: 'nothing-chosen', till: 'unknown' },
      difference: null,
    });
    expect(chooseVersions(site, '2026-T2', '2026-T2.v2').faults).toEqual({ from: null, till: 'same' });
    expect(chooseVersions(site, '2026-T2.v1', '2026-T2.v1').difference).toBeNull();
  });
});
