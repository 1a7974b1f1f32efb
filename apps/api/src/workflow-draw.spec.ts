import { readFileSync } from 'node:fs';
import { drawWorkflow } from '@malspar/reporting-model';

it('the drawing in docs/workflows shows the workflow as it is (npm run workflow:draw)', () => {
  const drawn = readFileSync(new URL('../../../docs/workflows/report.md', import.meta.url), 'utf8');
  expect(drawn).toBe(drawWorkflow());
});
