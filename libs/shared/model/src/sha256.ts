import * as z from 'zod';

/** SHA-256 as 64 small hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not-a-hash' });
