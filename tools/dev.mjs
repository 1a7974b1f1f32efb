// npm run dev [-- --plan FILE]: see tools/lib/dev.mjs. Here only what an old Node must understand.
import { ensureNode24 } from './lib/node24.mjs';

await ensureNode24(import.meta.url);
const { dev } = await import('./lib/dev.mjs');
try {
  await dev(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
