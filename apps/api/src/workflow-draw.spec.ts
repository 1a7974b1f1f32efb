import { readdirSync, readFileSync } from 'node:fs';
import { workflowDrawings } from './workflow-drawings.js';

const folder = new URL('../../../docs/workflows/', import.meta.url);

it('the drawings in docs/workflows show the workflows as they are (npm run workflow:draw)', () => {
  const drawn = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
  expect(Object.fromEntries(drawn)).toEqual(workflowDrawings);
});
