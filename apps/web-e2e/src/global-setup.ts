import { build } from '../../../tools/lib/build.mjs';
import { startStack } from '../../../tools/lib/stack.mjs';

/** Brings the whole up on throwaway data, and gives what takes it down again. MALSPAR_ORIGIN: one that already runs. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env['MALSPAR_ORIGIN']) return () => Promise.resolve();
  await build();
  const stack = await startStack({ demo: true });
  process.env['MALSPAR_ORIGIN'] = stack.origin;
  return () => stack.stop();
}
