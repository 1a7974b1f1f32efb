// A child process that asks one address as often as it can be answered, on connections that are kept. It counts bytes
// instead of reading responses (each is as long as the first), so that the asking costs less than the answering.
// Only ever addresses on this machine.
import { connect } from 'node:net';

/**
 * `{n}` in the path is another number each time, for what would be answered from memory otherwise.
 * @typedef {{port: number, path: string, ms: number, warmUpMs: number, connections: number,
 *   headers?: Record<string, string>}} Job
 */

/** What a browser sends that asks for a page. */
const PAGE_HEADERS = { 'Accept-Encoding': 'gzip, deflate, br', Accept: 'text/html' };

/** @param {Job} job @returns {Promise<{perSecond: number, p99: number}>} responses per second, and milliseconds */
async function load({ port, path, ms, warmUpMs, connections, headers = PAGE_HEADERS }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const [before = '', after] = path.split('{n}');
  const asking = (/** @type {string} */ address) =>
    Buffer.from(`GET ${address} HTTP/1.1\r\nHost: localhost:${port}\r\n${lines.join('')}\r\n`);
  let numbers = 0;
  const same = asking(path);
  const next = () => (after === undefined ? same : asking(`${before}${++numbers}${after}`));
  const size = await sizeOfResponse(port, next());
  /** @type {number[]} */
  const times = [];
  let over = false;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, '127.0.0.1');
    let received = 0;
    let asked = 0;
    const ask = () => {
      asked = performance.now();
      socket.write(next());
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', (error) => over || fail(error));
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (received < size) return;
      if (received > size) fail(new Error(`A response of ${received} bytes where ${size} were expected`));
      received = 0;
      times.push(performance.now() - asked);
      if (!over) ask();
    });
    return socket;
  });
  await sleep(warmUpMs);
  times.length = 0;
  const began = performance.now();
  await sleep(ms);
  const perSecond = (times.length / (performance.now() - began)) * 1000;
  over = true;
  for (const socket of sockets) socket.destroy();
  times.sort((a, b) => a - b);
  return { perSecond, p99: times[Math.floor(times.length * 0.99)] ?? NaN };
}

/** @returns {Promise<number>} bytes of one whole response, which must be a 200 with a length */
function sizeOfResponse(/** @type {number} */ port, /** @type {Buffer} */ asking) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(asking));
    let text = '';
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk;
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1];
      if (!text.startsWith('HTTP/1.1 200') || !length) reject(new Error(text.slice(0, head)));
      resolve(head + 4 + Number(length));
      socket.destroy();
    });
  });
}

const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

function fail(/** @type {Error} */ error) {
  console.error(error);
  process.exit(1);
}

process.on('message', (/** @type {Job} */ job) => {
  load(job).then((found) => process.send?.(found), fail);
});
process.on('disconnect', () => process.exit(0));
