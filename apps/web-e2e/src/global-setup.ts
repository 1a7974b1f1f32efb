import { build } from '../../../tools/lib/build.mjs';
import { startStack } from '../../../tools/lib/stack.mjs';

/** Brings the whole up on throwaway data, and gives what takes it down again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await build();
  const stack = await startStack({ demo: true });
  process.env['MALSPAR_ORIGIN'] = stack.origin;
  return () => stack.stop();
}
