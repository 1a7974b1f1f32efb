// `npm run db`: asks the development database, with psql where the machine has it and by a plain prompt otherwise.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import pg from 'pg';

/**
 * @param {string} url the database, with a login
 * @param {string[]} args one statement to run, or none for a prompt
 * @returns {Promise<number>} exit code
 */
export async function sqlPrompt(url, args) {
  const hasPsql = spawnSync('psql', ['--version'], { stdio: 'ignore' }).status === 0;
  if (hasPsql) {
    const child = spawn('psql', [url, ...(args.length ? ['-c', args.join(' ')] : [])], { stdio: 'inherit' });
    return (await once(child, 'exit'))[0] ?? 1;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (args.length) return (await ask(client, args.join(' '))) ? 0 : 1;
    await prompt(client);
    return 0;
  } finally {
    await client.end();
  }
}

async function prompt(/** @type {pg.Client} */ client) {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'sql> ' });
  console.log('Avsluta varje sats med semikolon. Ctrl-D slutar.');
  let statement = '';
  lines.prompt();
  for await (const line of lines) {
    statement += `${line}\n`;
    if (line.trimEnd().endsWith(';')) {
      await ask(client, statement);
      statement = '';
    }
    lines.setPrompt(statement.trim() ? '...> ' : 'sql> ');
    lines.prompt();
  }
}

/** @returns {Promise<boolean>} whether the database did as it was asked */
async function ask(/** @type {pg.Client} */ client, /** @type {string} */ sql) {
  try {
    // Several statements give a result each.
    for (const { command, rows, rowCount } of [await client.query(sql)].flat()) {
      if (rows.length) console.table(rows);
      console.log(`${command} ${rowCount ?? ''}`.trim());
    }
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
