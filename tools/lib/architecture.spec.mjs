import { readFileSync } from 'node:fs';
import { importsOfProjects, pageWithDrawing } from './architecture.mjs';
import { at } from './root.mjs';

describe('docs/architecture.md', () => {
  it('draws the rooms as the code has them (npm run architecture:draw)', () => {
    const page = readFileSync(at('docs', 'architecture.md'), 'utf8');
    expect(pageWithDrawing(page)).toBe(page);
  });

  it('frames a domain by its whole name, and names its sides', () => {
    const frame =
      '  subgraph environmental-report\n    environmental-report-api[api]\n    environmental-report-model[model]\n    environmental-report-web[web]\n  end';
    expect(pageWithDrawing()).toContain(frame);
  });

  it('sees imports of every kind', () => {
    const imports = importsOfProjects();
    expect(imports.get('reporting-api')).toEqual(expect.arrayContaining(['plan-api', 'reporting-model', 'shared-api']));
    expect(imports.get('api')).toContain('site-web');
    expect(imports.get('shared-model')).toEqual([]);
  });
});
