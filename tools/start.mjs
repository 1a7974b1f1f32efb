// npm start [-- --reset] [-- --plan FILE]: see tools/lib/start.mjs. Here only what an old Node must understand.
import { ensureNode24 } from './lib/node24.mjs';

await ensureNode24(import.meta.url);
const { start } = await import('./lib/start.mjs');
try {
  await start(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
