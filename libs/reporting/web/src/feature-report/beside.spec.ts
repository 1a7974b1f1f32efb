import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { emptyEntryContent } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import { render, screen } from '@testing-library/angular';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { Beside } from './beside';

const LABEL = 'Exempelvärde';

async function factsOf(baseline: Provenance, target: Provenance, last: Provenance) {
  const entry = anEntry();
  await render(Beside, {
    providers: [provideHttpClient(), provideHttpClientTesting(), ...withTexts()],
    inputs: {
      entry: {
        ...entry,
        indicator: { ...entry.indicator, baselineProvenance: baseline },
        target: { ...entry.target, targetValueProvenance: target },
        last: entry.last && { ...entry.last, provenance: last },
      },
      period: '2025-Q4',
      content: emptyEntryContent,
      approved: false,
    },
  });
  const besideTerm = (term: RegExp) => screen.getByText(term).nextElementSibling?.textContent ?? '';
  await screen.findByText(/^Utgångsvärde \d/);
  return {
    baseline: besideTerm(/^Utgångsvärde \d/).includes(LABEL),
    target: besideTerm(/^Målvärde \d/).includes(LABEL),
    last: (screen.getByText('På rätt väg').closest('p')?.textContent ?? '').includes(LABEL),
  };
}

describe('the facts beside the form', () => {
  it.each([
    ['illustrative', 'verified', 'reported'],
    ['verified', 'illustrative', 'reported'],
    ['verified', 'verified', 'illustrative'],
  ] as const)(
    'label what is an example and nothing else: baseline %s, target %s, last %s',
    async (baseline, target, last) => {
      expect(await factsOf(baseline, target, last)).toEqual({
        baseline: baseline === 'illustrative',
        target: target === 'illustrative',
        last: last === 'illustrative',
      });
    },
  );
});
