import type { Entry, EntryPart } from '@malspar/reporting-model';
import { render, waitFor } from '@testing-library/angular';
import { anEntry } from '../testing/report-fixture';
import { withTexts } from '../testing/texts';
import { TargetFigure } from './target-figure';

const PARTS: EntryPart[] = [
  { label: 'Norr', value: '20' },
  { label: 'Söder', value: '25' },
];

interface Shown {
  settled?: boolean;
  parts?: EntryPart[];
  exampleFields?: string[];
  value?: string;
  change?: Partial<Entry>;
}
const fact = 'verified' as const;
const factual = {
  indicator: { ...anEntry().indicator, baselineProvenance: fact },
  target: { ...anEntry().target, targetValueProvenance: fact },
  series: anEntry().series.map((point) => ({ ...point, provenance: fact })),
};

async function captions({ settled = false, parts = PARTS, exampleFields = [], value = '45', change = {} }: Shown = {}) {
  const { targetCode, indicator, target, series } = anEntry({ ...factual, ...change });
  const { container } = await render(TargetFigure, {
    providers: [withTexts()],
    inputs: {
      code: targetCode,
      indicator,
      target,
      series,
      period: '2025-Q4',
      values: [{ period: '2025-Q4', value }],
      parts,
      exampleFields,
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
    marked: figures.map((figure) => figure.querySelector('figcaption ms-provenance span') !== null),
    hatched: figures.map((figure) => figure.querySelector('.hatch-edge') !== null),
  };
}

describe("a target's figures in a report", () => {
  it('has the parts of its value, hatched until the report is approved', async () => {
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

  it.each<[string, Shown, boolean[]]>([
    ['nothing', {}, [false, false]],
    ['an earlier value', { change: { series: anEntry().series } }, [true, false]],
    ['the target value', { change: { target: anEntry().target } }, [true, false]],
    ['the baseline', { change: { indicator: anEntry().indicator } }, [true, false]],
    ['what the report says', { exampleFields: ['values/2025-Q4'] }, [true, true]],
    ['a part of what the report says', { exampleFields: ['parts/1/Söder'] }, [false, true]],
  ])('is marked as an example where %s is one', async (_, shown, marked) => {
    expect((await captions(shown)).marked).toEqual(marked);
  });

  it('has no point for a value that is refused, nor parts of it', async () => {
    const change = { indicator: { ...factual.indicator, max: '100' } };
    const { texts } = await captions({ change, value: '450' });
    expect(texts).toHaveLength(2);
    expect(texts.join(' ')).not.toContain('450');
    expect(texts[0]).toContain('(medelvärdet av kvartal 4 2024–kvartal 3 2025)');
  });

  it('is its series alone where the value has no parts', async () => {
    expect((await captions({ parts: [] })).texts).toHaveLength(1);
  });
});
