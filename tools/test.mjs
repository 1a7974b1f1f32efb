// npm test [-- --only format|lint|types|checks|jest|browser]: see tools/lib/test.mjs.
import { ensureNode24 } from './lib/node24.mjs';

await ensureNode24(import.meta.url);
const { test } = await import('./lib/test.mjs');
process.exitCode = await test(process.argv.slice(2));
