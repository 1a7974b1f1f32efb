// Nx's picture of which project imports which. Lint asks it where the walls between domains stand, and is silent about
// them when it has none, as in a fresh clone.
import { nxEnvironment, nxProgram } from './build.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Draws it, unless it is drawn already and nothing has changed. */
export async function ensureProjectGraph() {
  await run(process.execPath, [nxProgram(), 'show', 'projects'], { cwd: ROOT, env: nxEnvironment() });
}
