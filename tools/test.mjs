// npm test [-- --only format|lint|types|checks|jest|browser | NAME... [--watch]]: see tools/lib/test.mjs.
import { ensureNode24 } from './lib/node24.mjs';

await ensureNode24(import.meta.url);
const { test } = await import('./lib/test.mjs');
try {
  process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
