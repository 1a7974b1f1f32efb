import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawWorkflow } from '@malspar/reporting-model';

const folder = new URL('../../../docs/workflows/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('report.md', folder), drawWorkflow());
console.log(`Drew ${fileURLToPath(new URL('report.md', folder))}`);
