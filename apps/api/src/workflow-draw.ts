import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workflowDrawings } from './workflow-drawings.js';

const folder = new URL('../../../docs/workflows/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, drawing] of Object.entries(workflowDrawings)) {
  writeFileSync(new URL(name, folder), drawing);
  console.log(`Drew ${fileURLToPath(new URL(name, folder))}`);
}
