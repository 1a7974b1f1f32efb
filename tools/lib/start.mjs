// What `npm start` does once the right Node runs.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { DATA, dataFolderOf, DEFAULT_PLAN, otherDataFolders, planFileOf } from './data-folder.mjs';
import { ensurePackages } from './packages.mjs';
import { removePostgres } from './postgres.mjs';
import { Progress } from './progress.mjs';
import { ROOT } from './root.mjs';
import { holdCheckout } from './single-start.mjs';
import { DEFAULT_PORT, startStack } from './stack.mjs';

/** @param {string[]} args what followed `npm start --` */
export async function start(args) {
  const { values } = parseArgs({
    args,
    options: { plan: { type: 'string' }, reset: { type: 'boolean', default: false } },
  });
  const planFile = values.plan ? planFileOf(values.plan) : DEFAULT_PLAN;
  const dataDir = dataFolderOf(planFile);
  await holdCheckout(dataDir);
  process.chdir(ROOT);

  const usesOwnDatabase = Boolean(process.env.DATABASE_URL);
  const progress = new Progress(usesOwnDatabase ? 5 : 6);
  await progress.step('Installerar paket', ensurePackages);
  if (values.reset) await reset(values.plan ? dataDir : undefined);
  await progress.step('Bygger', build);
  const demo = (process.env.AUTH_MODE ?? 'demo') === 'demo';
  const wantedPort = Number(process.env.PORT ?? DEFAULT_PORT);
  const stack = await startStack({
    dataDir,
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

async function reset(/** @type {string | undefined} */ onlyFolder) {
  if (process.env.DATABASE_URL) {
    console.log('      DATABASE_URL är satt: den databasen rörs inte av --reset.');
    return;
  }
  for (const folder of onlyFolder ? [onlyFolder] : [DATA, ...otherDataFolders()])
    await removePostgres(join(folder, 'pg'));
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
