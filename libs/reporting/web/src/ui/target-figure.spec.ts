import type { EntryPart } from '@malspar/reporting-model';
import { render, waitFor } from '@testing-library/angular';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { TargetFigure } from './target-figure';

const PARTS: EntryPart[] = [
  { label: 'Norr', value: '20' },
  { label: 'Söder', value: '25' },
];

async function captions({ settled = false, parts = PARTS } = {}) {
  const { targetCode, indicator, target, series } = anEntry();
  const { container } = await render(TargetFigure, {
    providers: [withTexts()],
    inputs: {
      code: targetCode,
      indicator,
      target,
      series,
      period: '2025-Q4',
      values: [{ period: '2025-Q4', value: '45' }],
      parts,
      settled,
    },
  });
  const figures = await waitFor(() => {
    const found = [...container.querySelectorAll('figure')];
    expect(found).not.toHaveLength(0);
    return found;
  });
  return {
    texts: figures.map((figure) => figure.querySelector('figcaption')?.textContent?.replaceAll('\u00a0', ' ').trim()),
    hatched: figures.map((figure) => figure.querySelector('.hatch-edge') !== null),
  };
}

describe("a target's figures in a report", () => {
  it('has what the figure is made up of, hatched until the report is approved', async () => {
    const { texts, hatched } = await captions();
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^Störst del är Söder, 56 % av 45.*\(kvartal 4 2025; preliminärt värde\)$/);
    expect(hatched[1]).toBe(true);
  });

  it('says nothing of provisional once the report is approved', async () => {
    const { texts, hatched } = await captions({ settled: true });
    expect(texts[1]).toMatch(/\(kvartal 4 2025\)$/);
    expect(texts[0]).not.toContain('preliminär');
    expect(hatched).toEqual([false, false]);
  });

  it('is its series alone where the figure has no parts', async () => {
    expect((await captions({ parts: [] })).texts).toHaveLength(1);
  });
});
