import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startApiProcess } from '../../../../tools/lib/api-process.mjs';
import { freePort } from '../../../../tools/lib/ports.mjs';
import { environment, root } from './api.js';

export interface ApiProcess {
  readonly origin: string;
  /** Settles if it ends without having been asked to. */
  readonly ended: Promise<void>;
  /** Ends it at once, without any goodbye. */
  kill(): Promise<void>;
  /** Starts it again on the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The end of what it has logged. */
  lastWords(): string;
}

/** The API as a process of its own, run from its sources. */
export async function startProcess(
  database: { readonly appUrl: string; readonly ownerUrl: string },
  { imports = [], env = {} }: { readonly imports?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<ApiProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'malspar-api-'));
  const port = await freePort();
  const sources = pathToFileURL(root('tools/lib/run-typescript.mjs')).href;
  const started = await startApiProcess({
    port,
    logFile: join(folder, 'api.log'),
    main: root('apps/api/src/main.ts'),
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: `${[sources, ...imports].map((file) => `--import=${file}`).join(' ')} --conditions=@malspar/source --disable-warning=ExperimentalWarning`,
      ...environment(database, port),
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  return {
    origin: `http://localhost:${port}`,
    ended: started.ended,
    kill: started.kill,
    start: started.start,
    lastWords: () => readFileSync(started.logFile, 'utf8').split('\n').slice(-30).join('\n'),
    async stop() {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
