import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { freePort } from './ports.mjs';

const ANOTHER_PROCESS = `
import { freePort } from '${new URL('./ports.mjs', import.meta.url).href}';
const ports = [];
for (let nth = 0; nth < 200; nth++) ports.push(await freePort());
process.stdout.write(JSON.stringify(ports));
process.stdin.resume();
`;

const takeOn = (/** @type {number} */ port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.close()));
  });

test('a port is given once, here and in other processes, and can be listened on', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', ANOTHER_PROCESS], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [[theirs], ours] = await Promise.all([
    once(child.stdout, 'data'),
    Promise.all(Array.from({ length: 200 }, () => freePort())),
  ]);
  child.stdin.end();
  const given = [.../** @type {number[]} */ (JSON.parse(theirs)), ...ours];
  expect(new Set(given).size).toBe(400);
  for (const port of ours) await takeOn(port);
});

test('no port is given that a system may deal out to anybody else', async () => {
  for (let nth = 0; nth < 50; nth++) expect(await freePort()).toBeLessThan(32_768);
});

test('the port that was wanted, or the next that is free', async () => {
  const wanted = await freePort();
  expect(await freePort(wanted)).toBe(wanted);
  const holder = net.createServer();
  await new Promise((resolve) => holder.listen(wanted, '127.0.0.1', () => resolve(undefined)));
  expect(await freePort(wanted)).toBeGreaterThan(wanted);
  holder.close();
});
