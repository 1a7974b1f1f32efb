// The launcher, on real clusters: what must hold after a kill, and who may see what.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { isOurs } from './postgres-place.mjs';
import { findPostmaster } from './postgres-process.mjs';
import { removePostgres, startPostgres } from './postgres.mjs';
import { at } from './root.mjs';

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** Starts the cluster from another process, and kills that process without warning. */
async function startAndKill(dataDir) {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(pathToFileURL(at('tools/lib/postgres.mjs')).href)});
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write('up');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the embedded database', () => {
  let folder;
  let dataDir;

  beforeAll(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'malspar-spec-')), 'å folder');
    mkdirSync(folder);
    chmodSync(join(folder, '..'), 0o755);
    dataDir = join(folder, 'pg');
    await startAndKill(dataDir);
  });

  afterAll(async () => {
    await removePostgres(dataDir);
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('is taken up again when the program that started it was killed', async () => {
    const { pid } = findPostmaster(dataDir);
    const database = await startPostgres({ dataDir });
    expect(database.wasRunning).toBe(true);
    expect(findPostmaster(dataDir).pid).toBe(pid);
    await ask(database.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS id');
    await database.stop();
    expect(findPostmaster(dataDir)).toBeUndefined();
  });

  it('starts when the server was killed too, with all that was committed', async () => {
    await startAndKill(dataDir);
    process.kill(findPostmaster(dataDir).pid, 'SIGKILL');
    const database = await startPostgres({ dataDir });
    expect(await ask(database.ownerUrl, 'SELECT id FROM kept')).toEqual([1]);
    await database.stop();
  });

  it('starts when the server that it was about to take up goes away', async () => {
    // Looks like the server, and is gone as soon as somebody asks it for anything.
    const program = `require('node:net').createServer(() => process.exit())
      .listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port)) });`;
    const ending = spawn(process.execPath, ['-e', program], { cwd: dataDir, stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = await once(ending.stdout, 'data');
    writeFileSync(join(dataDir, 'postmaster.pid'), `${ending.pid}\n${dataDir}\n0\n${port}\n\n127.0.0.1\n\nready   \n`);
    const database = await startPostgres({ dataDir });
    expect(database.wasRunning).toBe(false);
    expect(await ask(database.ownerUrl, 'SELECT id FROM kept')).toEqual([1]);
    await database.stop();
  });

  it('starts when its old process number belongs to something else', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n\n127.0.0.1\n\nready   \n`);
    const database = await startPostgres({ dataDir });
    expect(database.wasRunning).toBe(false);
    await database.stop();
  });

  it('can be reached from this machine only, and keeps its passwords to itself', async () => {
    const database = await startPostgres({ dataDir });
    expect(await ask(database.superuserUrl, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    const withoutPassword = new URL(database.superuserUrl);
    withoutPassword.password = 'postgres';
    await expect(ask(withoutPassword.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'malspar-passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(await ask(database.appUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([false]);
    await database.stop();
  });

  it('is gone after a reset', async () => {
    await removePostgres(dataDir);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a folder where anyone may write', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is trusted only when it is a real folder of ours that nobody else can change', () => {
    expect(isOurs(folder)).toBe(true);
    symlinkSync(folder, join(folder, 'link'));
    expect(isOurs(join(folder, 'link'))).toBe(false);
    expect(isOurs(join(folder, 'missing'))).toBe(false);
    chmodSync(folder, 0o777);
    expect(isOurs(folder)).toBe(false);
  });
});
