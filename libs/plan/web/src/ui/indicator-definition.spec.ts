import type { Indicator, TargetVersion } from '@malspar/plan-model';
import type { Provenance } from '@malspar/shared-model';
import { provideTexts, provideTextsOf } from '@malspar/shared-web';
import { render, screen } from '@testing-library/angular';
import { planTexts } from '../i18n';
import { IndicatorDefinition } from './indicator-definition';

async function labelled(baseline: Provenance, target: Provenance) {
  const indicator = {
    kind: 'numeric',
    name: 'Utsläpp',
    unit: 'ton',
    decimals: 0,
    cadence: 'year',
    direction: 'decrease',
    method: null,
    breakdown: null,
    baselineYear: 2019,
    baseline: '100',
    baselineProvenance: baseline,
    milestones: [],
    provenance: 'verified',
    sourceKey: null,
  } satisfies Partial<Indicator> as Indicator;
  await render(IndicatorDefinition, {
    providers: [...provideTexts(), ...provideTextsOf('plan', planTexts)],
    inputs: {
      indicator,
      version: { targetYear: 2025, targetValue: '50', targetValueProvenance: target } as TargetVersion,
      sources: [],
    },
  });
  await screen.findByText(/Utgångsvärde/);
  const has = (term: RegExp) => screen.getByText(term).nextElementSibling?.textContent?.includes('Exempelvärde');
  return [has(/Utgångsvärde/), has(/Målvärde/)];
}

describe('the definition of an indicator', () => {
  it('labels the baseline or the target value, whichever is an example', async () => {
    expect(await labelled('illustrative', 'verified')).toEqual([true, false]);
  });

  it('labels nothing that is verified', async () => {
    expect(await labelled('verified', 'verified')).toEqual([false, false]);
  });

  it('labels the target value alone', async () => {
    expect(await labelled('verified', 'illustrative')).toEqual([false, true]);
  });
});
