// `npm run dev`: what `npm start` runs, with the server started again and the pages loaded again when their source
// changes. The browser meets one origin: Angular's server gives it the app and passes everything else on to the API.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { build, buildingAlone, nxEnvironment, nxProgram } from './build.mjs';
import { changes } from './changes.mjs';
import { dataFolderOf, DEFAULT_PLAN, planFileOf } from './data-folder.mjs';
import { ensurePackages } from './packages.mjs';
import { freePort } from './ports.mjs';
import { Progress, seconds } from './progress.mjs';
import { at, ROOT } from './root.mjs';
import { run } from './run.mjs';
import { holdCheckout } from './single-start.mjs';
import { DEFAULT_PORT, startStack } from './stack.mjs';

const OF_THE_SERVER = /^(apps\/api|libs\/[^/]+\/(api|model))\//;
const OF_THE_PUBLIC_PAGES = /^libs\/(site\/web\/src\/site|shared\/web\/src\/chart|figures)\//;
const NOT_RUN = /\.(spec|medium\.spec|e2e)\.ts$|\.md$/;

/** @param {string[]} args what followed `npm run dev --` */
export async function dev(args) {
  const { values } = parseArgs({ args, options: { plan: { type: 'string' } } });
  const planFile = values.plan ? planFileOf(values.plan) : DEFAULT_PLAN;
  const dataDir = dataFolderOf(planFile);
  await holdCheckout(dataDir);
  process.chdir(ROOT);
  const progress = new Progress(process.env.DATABASE_URL ? 6 : 7);
  await progress.step('Installerar paket', ensurePackages);
  await progress.step('Bygger', build);
  const port = await freePort(Number(process.env.PORT ?? DEFAULT_PORT));
  const origin = `http://localhost:${port}`;
  const stack = await startStack({
    dataDir,
    planFile,
    origin,
    copy: false,
    step: (label, work) => progress.step(label, work),
  });
  const pages = await progress.step('Startar sidornas server', () => startPages(port, stack.apiPort));
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStoppar …');
    pages.kill('SIGTERM');
    await stack.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  pages.once('exit', () => void stop());
  console.log(`\nMålspår följer med i dina ändringar:  ${origin}/app/\nLogg: ${stack.logFile}\nCtrl-C stoppar allt.`);
  await followTheServer(stack);
}

async function followTheServer(/** @type {import('./stack.mjs').Stack} */ stack) {
  for await (const path of changes(['apps', 'libs'])) {
    if (NOT_RUN.test(path) || !(OF_THE_SERVER.test(path) || OF_THE_PUBLIC_PAGES.test(path))) continue;
    const began = performance.now();
    console.log(`${path}: bygger servern …`);
    try {
      await buildingAlone(() => rebuildServer(path));
      await stack.stopApi();
      await stack.startApi();
      console.log(`      servern är igång igen (${seconds(began)})`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

// The compiler remembers what it has done, so this takes a few seconds; Angular's for the public pages does not.
const rebuildServer = (/** @type {string} */ path) =>
  OF_THE_PUBLIC_PAGES.test(path)
    ? run(process.execPath, [nxProgram(), 'run', 'api:build'], { cwd: ROOT, env: nxEnvironment() })
    : run(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'libs/site/model', 'apps/api'], {
        cwd: ROOT,
      });

/** @returns {Promise<import('node:child_process').ChildProcess>} once it answers */
async function startPages(/** @type {number} */ port, /** @type {number} */ apiPort) {
  const child = spawn(process.execPath, [nxProgram(), 'run', 'web:serve', `--port=${port}`, '--outputStyle=stream'], {
    cwd: ROOT,
    env: { ...nxEnvironment(), MALSPAR_API_PORT: String(apiPort) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('Sidornas server slutade; se ovan.');
  });
  await Promise.race([answers(`http://localhost:${port}/app/`), ended]);
  ended.catch(() => undefined);
  return child;
}

async function answers(/** @type {string} */ url) {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
