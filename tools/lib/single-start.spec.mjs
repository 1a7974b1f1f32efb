import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { isGone } from './processes.mjs';
import { at } from './root.mjs';
import { runningDataFolder } from './single-start.mjs';

describe('one start per checkout', () => {
  let folder;
  let program;
  const started = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'));
    program = join(folder, 'start.mjs');
    writeFileSync(
      program,
      `import { spawn } from 'node:child_process';
      const { holdCheckout } = await import(${JSON.stringify(pathToFileURL(at('tools/lib/single-start.mjs')).href)});
      if (process.argv[2] === 'launch') {
        spawn(process.execPath, [process.argv[1]], { stdio: 'inherit' });
      } else {
        await holdCheckout('data', JSON.parse(process.env.PLACE)).then(
          () => console.log('holds ' + process.pid),
          (error) => { console.log(error.constructor.name); process.exit(1); },
        );
      }
      setInterval(() => undefined, 1000);`,
    );
  });

  afterEach(() => {
    for (const pid of started.splice(0)) if (!isGone(pid)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true });
  });

  async function start(...args) {
    return startIn('checkout', ...args);
  }

  async function startIn(checkout, ...args) {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PLACE: JSON.stringify({ lock: join(folder, 'lock'), folder: checkout }) },
    });
    const [said] = await once(child.stdout, 'data');
    const [word, pid] = String(said).trim().split(' ');
    started.push(child.pid, ...(pid ? [Number(pid)] : []));
    return { word, pid: Number(pid), child };
  }

  async function killed(child) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('refuses the second while the first runs', async () => {
    expect((await start()).word).toBe('holds');
    expect((await start()).word).toBe('AlreadyStarted');
  });

  it('goes on after the first was killed', async () => {
    const { child } = await start();
    await killed(child);
    expect((await start()).word).toBe('holds');
  });

  it('starts in a copied checkout, whose lock came along, and leaves the other one running', async () => {
    const first = await start('launch');
    // What launched it is killed: in its own checkout it would be stopped.
    await killed(first.child);
    expect((await startIn('copy')).word).toBe('holds');
    expect(isGone(first.pid)).toBe(false);
  });

  it('tells where the database of the start is that runs here, and of no other', async () => {
    const place = (checkout) => ({ lock: join(folder, 'lock'), folder: checkout });
    expect(runningDataFolder(place('checkout'))).toBeUndefined();
    const { child } = await start();
    expect(runningDataFolder(place('checkout'))).toBe('data');
    expect(runningDataFolder(place('copy'))).toBeUndefined();
    await killed(child);
    expect(runningDataFolder(place('checkout'))).toBeUndefined();
  });

  it('goes on when only what launched the first was killed, and stops what was left of it', async () => {
    const first = await start('launch');
    expect(first.word).toBe('holds');
    await killed(first.child);
    expect((await start()).word).toBe('holds');
    for (let tries = 0; tries < 3000 && !isGone(first.pid); tries++) await sleep(20);
    expect(isGone(first.pid)).toBe(true);
  });
});
