import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { DATA, dataFolderOf, planFileOf } from './data-folder.mjs';
import { cleanEnvironment } from './node24.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureProjectGraph } from './project-graph.mjs';
import { startPostgres } from './postgres.mjs';
import { at, ROOT } from './root.mjs';
import { runningDataFolder } from './single-start.mjs';
import { UNUSED, UNUSED_IN_PRODUCTION } from './unused.mjs';

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const COMMANDS = {
  build: async () => {
    console.log(await build());
    return 0;
  },
  check: async () => {
    const { checkChanged } = await import('./check-changed.mjs');
    return checkChanged();
  },
  lint: async (args) => {
    await ensureProjectGraph();
    const status = await tool('eslint/bin/eslint.js', '.', '--max-warnings=0', ...args);
    return (
      status ||
      (await tool('knip/bin/knip.js', ...UNUSED)) ||
      (await tool('knip/bin/knip.js', ...UNUSED_IN_PRODUCTION)) ||
      noCircles()
    );
  },
  format: (args) => tool('prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.', ...args),
  bench: async (args) => {
    await build();
    const { bench } = await import('../bench/bench.mjs');
    return bench(args);
  },
  mutate: async (args) => {
    const { mutate } = await import('../mutation/mutate.mjs');
    return mutate(args);
  },
  'audit-verify': async (args) => {
    await build();
    return withDatabase(args, ({ env }, rest) => node([at('apps', 'api', 'dist', 'audit-verify.js'), ...rest], env));
  },
  'report-verify': async (args) => {
    await build();
    return withDatabase(args, ({ env }, rest) => node([at('apps', 'api', 'dist', 'report-verify.js'), ...rest], env));
  },
  people: async (args) => {
    await build();
    return withDatabase(args, ({ env }, rest) => node([at('apps', 'api', 'dist', 'people.js'), ...rest], env));
  },
  db: (args) =>
    withDatabase(args, async ({ ownerUrl }, rest) => {
      const { sqlPrompt } = await import('./sql-prompt.mjs');
      return sqlPrompt(ownerUrl, rest);
    }),
  migrate: async (args) => {
    await build();
    return withDatabase(args, ({ ownerUrl }, rest) =>
      node([at('apps', 'api', 'dist', 'migrate.js'), ...rest], {
        NODE_ENV: process.env.NODE_ENV ?? 'development',
        DATABASE_MIGRATION_URL: ownerUrl,
      }),
    );
  },
  'architecture-draw': async () => {
    const { drawArchitecture } = await import('./architecture.mjs');
    drawArchitecture();
    return 0;
  },
  'new-domain': async ([name]) => {
    const { newDomain } = await import('../new-domain/new-domain.mjs');
    for (const file of await newDomain(name)) console.log(relative(ROOT, file));
    return 0;
  },
  'new-migration': async ([name]) => {
    const { newMigration } = await import('./new-migration.mjs');
    console.log(newMigration(name));
    return 0;
  },
  'workflow-draw': async (args) => {
    await build();
    return node([at('apps', 'api', 'dist', 'workflow-draw.js'), ...args]);
  },
};

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runCommand(name = '', args = []) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`Välj något av: ${Object.keys(COMMANDS).join(', ')}`);
  process.chdir(ROOT);
  await ensurePackages();
  return command(args);
}

const tool = (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
  node([at('node_modules', ...file.split('/')), ...args]);

async function noCircles() {
  const { circleText, folderCircles } = await import('./folder-circles.mjs');
  const circles = folderCircles();
  for (const circle of circles) console.log(`Mappar i en ring: ${circleText(circle)}`);
  return circles.length ? 1 : 0;
}

async function node(/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...cleanEnvironment(), ...env }, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/**
 * Runs a command on the database that is pointed out: DATABASE_URL, else that of `--plan FILE`, else the one that
 * `npm start` runs here now, else the first plan's. An embedded one is left running if it ran already.
 * @param {string[]} args
 * @param {(database: {env: NodeJS.ProcessEnv, ownerUrl: string}, rest: string[]) => Promise<number>} work given the
 *   app's settings, and the login that owns the schema
 */
async function withDatabase(args, work) {
  const { DATABASE_URL: appUrl, DATABASE_MIGRATION_URL: ownerUrl } = process.env;
  if (appUrl) return work({ env: { DATABASE_MIGRATION_URL: '' }, ownerUrl: ownerUrl || appUrl }, args);
  const { plan, rest } = planAmong(args);
  const folder = plan ? dataFolderOf(planFileOf(plan)) : (runningDataFolder() ?? DATA);
  const database = await startPostgres({ dataDir: join(folder, 'pg'), create: false });
  try {
    return await work({ env: { DATABASE_URL: database.appUrl }, ownerUrl: database.ownerUrl }, rest);
  } finally {
    if (!database.wasRunning) await database.stop();
  }
}

/** @returns {{plan: string | undefined, rest: string[]}} */
function planAmong(/** @type {string[]} */ args) {
  const { values, tokens } = parseArgs({
    args,
    options: { plan: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const token = tokens.find((each) => each.kind === 'option' && each.name === 'plan');
  if (token?.kind !== 'option' || typeof values.plan !== 'string') return { plan: undefined, rest: args };
  return { plan: values.plan, rest: args.toSpliced(token.index, token.inlineValue ? 1 : 2) };
}
