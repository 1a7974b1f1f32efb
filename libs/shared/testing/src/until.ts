import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/**
 * Looks again and again until it is so. The patience is for the slowest of machines, and costs nothing on others.
 * @throws what was waited for, when it has not come in two minutes
 */
export async function until(what: string, isSo: () => Promise<boolean>, everyMs = 25): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await sleep(everyMs);
  }
}
