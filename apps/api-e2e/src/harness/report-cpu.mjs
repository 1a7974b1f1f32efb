// Loaded into the API's process before it: tells how much CPU time the process has spent, to a test that measures it.
import { createServer } from 'node:http';

createServer((_request, response) => response.end(JSON.stringify(process.cpuUsage())))
  .listen(Number(process.env['CPU_PORT']), '127.0.0.1')
  .unref();
