import { readFileSync } from 'node:fs';
import { type PdfChart, pdfData } from '@malspar/environmental-report-api/testing';
import { composePublishedReport, type PublishedReport, reportPage } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { readPlanFile } from '@malspar/plan-model';
import { publicPages } from './public-pages.js';

const assets = { stylesheet: '/assets/a.css', script: '/assets/a.js', fonts: [] };
const GEOMETRY = ['d', 'transform', 'x', 'y', 'width', 'height', 'text-anchor'] as const;

/** Every path, rectangle and text of a drawing with all that says where it is, and nothing of how it looks. */
function geometryOf(svg: string): string[] {
  return [...svg.replaceAll('&nbsp;', '\u00a0').matchAll(/<(path|rect|text)\b([^>]*?)\/?>([^<]*)/g)]
    .filter(([, , attributes]) => !attributes?.includes('class="stop"'))
    .map(([, tag = '', attributes = '', text = '']) => {
      const place = GEOMETRY.map((name) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
      return [tag, ...place, text].join('|');
    });
}

function printedCharts(report: PublishedReport): PdfChart[] {
  const { grid, areas } = pdfData(report, { sha256: 'a'.repeat(64), replaced: [] });
  return [
    grid,
    ...areas.flatMap(({ overview, targets }) => [
      overview,
      ...targets.flatMap(({ chart, partsChart }) => [chart, partsChart]),
    ]),
  ].filter((chart) => chart !== null);
}

it('draws each chart of a published report with the same geometry on its page and in its PDF', async () => {
  const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
  if (!reading.ok) throw new Error('the seed cannot be read');
  const sample = sampleComposition(reading.plan, '2024-Q3');
  // What is newest may still be adjusted.
  const series: Record<string, (typeof sample.series)[string]> = {};
  for (const [code, points] of Object.entries(sample.series)) {
    series[code] = points.map((point) => ({ ...point, provisional: point.period === '2024-Q3' }));
  }
  const report = composePublishedReport({ ...sample, series });
  const page = reportPage({ report, sha256: '', files: [] }, false, [report]);
  const renderer = await publicPages();
  const html = await renderer.renderPage(page, { language: 'sv', origin: 'https://exempel.se', assets });
  const onPage = [...html.matchAll(/<ms-chart class="wide">(.*?)<\/ms-chart>/gs)].map(([, svg = '']) => svg);
  const printed = printedCharts(report);
  expect(onPage).toHaveLength(printed.length);
  // Bars, lines, parts, small multiples and the verdicts are all among them.
  const roles = onPage.join('');
  for (const role of ['bar', 'value', 'part-0', 'verdict-fully']) expect(roles).toContain(`class="${role}"`);
  const parts = onPage.filter((svg) => svg.includes('class="part-0"'));
  expect(parts).not.toHaveLength(0);
  for (const svg of parts) expect(svg).toContain('class="hatch-edge"');
  onPage.forEach((svg, index) => {
    const geometry = geometryOf(svg);
    expect(geometry.length).toBeGreaterThan(4);
    expect(geometry).toEqual(geometryOf(printed[index]?.svg ?? ''));
  });
});
