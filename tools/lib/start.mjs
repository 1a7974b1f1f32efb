// What `npm start` does once the right Node runs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { removePostgres } from './postgres.mjs';
import { Progress } from './progress.mjs';
import { at, ROOT } from './root.mjs';
import { holdCheckout } from './single-start.mjs';
import { DEFAULT_PLAN, DEFAULT_PORT, startStack } from './stack.mjs';

const DATA = at('.data');
const PLANS = join(DATA, 'plans');

/** @param {string[]} args what followed `npm start --` */
export async function start(args) {
  const { values } = parseArgs({
    args,
    options: { plan: { type: 'string' }, reset: { type: 'boolean', default: false } },
  });
  // npm runs scripts in the top folder; a plan is named from where the person stands.
  const planFile = values.plan ? resolve(process.env.INIT_CWD ?? '.', values.plan) : DEFAULT_PLAN;
  if (!existsSync(planFile)) throw new Error(`Planen ${planFile} finns inte.`);
  await holdCheckout();
  process.chdir(ROOT);

  const usesOwnDatabase = Boolean(process.env.DATABASE_URL);
  const progress = new Progress(usesOwnDatabase ? 5 : 6);
  await progress.step('Installerar paket', ensurePackages);
  if (values.reset) await reset(values.plan ? dataFolderFor(planFile) : undefined);
  await progress.step('Bygger', build);
  const demo = (process.env.AUTH_MODE ?? 'demo') === 'demo';
  const wantedPort = Number(process.env.PORT ?? DEFAULT_PORT);
  const stack = await startStack({
    dataDir: dataFolderFor(planFile),
    demo,
    planFile,
    port: wantedPort,
    step: (label, work) => progress.step(label, work),
  });

  let stopping = false;
  const stop = async (/** @type {number} */ code) => {
    if (stopping) return;
    stopping = true;
    console.log('\nStoppar …');
    await stack.stop();
    console.log('Stoppat. Uppgifterna finns kvar till nästa gång.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  process.on('disconnect', () => void stop(0));
  process.channel?.unref();
  void stack.apiEnded.then(() => {
    console.error(`Webbservern slutade oväntat. Se ${stack.logFile}.`);
    return stop(1);
  });
  await welcome({ stack, demo, wantedPort, elapsed: progress.elapsed });
}

// Another plan has its own database, so that the first plan's data stays as it is.
function dataFolderFor(/** @type {string} */ planFile) {
  if (planFile === DEFAULT_PLAN) return DATA;
  const name = basename(planFile, extname(planFile)).replace(/[^A-Za-z0-9-]+/g, '-');
  return join(PLANS, `${name}-${createHash('sha256').update(planFile).digest('hex').slice(0, 8)}`);
}

async function reset(/** @type {string | undefined} */ onlyFolder) {
  if (process.env.DATABASE_URL) {
    console.log('      DATABASE_URL är satt: den databasen rörs inte av --reset.');
    return;
  }
  const others = !onlyFolder && existsSync(PLANS) ? readdirSync(PLANS).map((name) => join(PLANS, name)) : [];
  for (const folder of [onlyFolder ?? DATA, ...others]) await removePostgres(join(folder, 'pg'));
  rmSync(onlyFolder ?? DATA, { recursive: true, force: true });
  console.log('      Tidigare uppgifter är borttagna.');
}

/** @param {{stack: import('./stack.mjs').Stack, demo: boolean, wantedPort: number, elapsed: string}} facts */
async function welcome({ stack, demo, wantedPort, elapsed }) {
  const lines = [
    '',
    `Målspår är igång efter ${elapsed}:  ${stack.origin}`,
    `Logga in för att redovisa och granska:  ${stack.origin}/app/`,
    '',
  ];
  const port = Number(new URL(stack.origin).port);
  if (port && port !== wantedPort) lines.splice(1, 0, `Port ${wantedPort} är upptagen, så det blev port ${port}.`);
  if (demo) lines.push(...(await accountLines()), '');
  lines.push(`Logg: ${stack.logFile}`, 'Ctrl-C stoppar allt.');
  console.log(lines.join('\n'));
}

async function accountLines() {
  const { people } = await import('../demo-identity-provider/people.mjs');
  const width = Math.max(...people.map(({ name }) => name.length));
  return [
    'Demokonton. Välj ett när du loggar in, inget lösenord behövs:',
    ...people.map(({ name, does }) => `  ${name.padEnd(width)}  ${does}`),
  ];
}
