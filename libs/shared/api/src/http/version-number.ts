import * as z from 'zod';

/** The number of a version in an address; its first is 1. */
export const VersionNumber = z.coerce.number().int().min(1).max(1_000_000);
