import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from './build.mjs';
import { cleanEnvironment } from './node24.mjs';
import { ensurePackages } from './packages.mjs';
import { startPostgres } from './postgres.mjs';
import { at, ROOT } from './root.mjs';

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const COMMANDS = {
  build: async () => {
    console.log(await build());
    return 0;
  },
  lint: (args) => tool('eslint/bin/eslint.js', '.', '--max-warnings=0', ...args),
  format: (args) => tool('prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.', ...args),
  bench: async (args) => {
    await build();
    const { bench } = await import('../bench/bench.mjs');
    return bench(args);
  },
  'audit-verify': async (args) => {
    await build();
    return withDatabase((env) => node([at('apps', 'api', 'dist', 'audit-verify.js'), ...args], env));
  },
  'report-verify': async (args) => {
    await build();
    return withDatabase((env) => node([at('apps', 'api', 'dist', 'report-verify.js'), ...args], env));
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

async function node(/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...cleanEnvironment(), ...env }, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** The database that is pointed out, else the embedded one: left running if it ran already. */
async function withDatabase(/** @type {(env: NodeJS.ProcessEnv) => Promise<number>} */ work) {
  if (process.env.DATABASE_URL) return work({});
  const database = await startPostgres({ dataDir: at('.data', 'pg') });
  try {
    return await work({ DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl });
  } finally {
    if (!database.wasRunning) await database.stop();
  }
}
