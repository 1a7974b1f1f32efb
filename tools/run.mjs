// npm run build|lint|format|bench|mutate|audit:verify|report:verify|people|workflow:draw: the same Node and packages as
// `npm start`.
import { ensureNode24 } from './lib/node24.mjs';

await ensureNode24(import.meta.url);
const { runCommand } = await import('./lib/commands.mjs');
try {
  process.exitCode = await runCommand(process.argv[2], process.argv.slice(3));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
