import type { ShownKind } from '@malspar/site-model';
import { ShownKinds } from '../site/shown-kinds.js';

/** The registry of shown kinds with these in it. */
export function kindsOf(kinds: readonly ShownKind[]): ShownKinds {
  const shown = new ShownKinds();
  for (const kind of kinds) shown.add(kind);
  return shown;
}
