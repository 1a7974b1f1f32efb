import * as z from 'zod';

/** A text in both languages. */
export const BothLanguages = z.strictObject({ sv: z.string(), en: z.string() });
