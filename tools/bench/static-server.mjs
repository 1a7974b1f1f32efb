// A child process that sends the same bytes with the same headers to whoever asks, and does nothing else: how fast
// Node's own HTTP can be on this machine.
import { createServer } from 'node:http';

process.on('message', (/** @type {{headers: string[], body: string}} */ { headers, body }) => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
  server.keepAliveTimeout = 75_000;
  server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {any} */ (server.address()).port }));
});
process.on('disconnect', () => process.exit(0));
