import * as z from 'zod';
import type { PublicPage } from './public-page.js';

/** How a page stands when its version is published, when a newer one has come, and what a version has changed. */
export const FrozenForm = z.enum(['newest', 'superseded', 'changes']);
export type FrozenForm = z.infer<typeof FrozenForm>;

/** A page that is made when its version is published. */
export interface FrozenPlace {
  readonly form: FrozenForm;
  readonly page: PublicPage;
}
