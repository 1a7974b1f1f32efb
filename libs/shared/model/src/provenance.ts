import * as z from 'zod';

/** `verified`: read in a named source. `illustrative`: an example, shown as such wherever it appears. `reported`: given by the owner in this system. */
export const Provenance = z.enum(['verified', 'illustrative', 'reported']);
export type Provenance = z.infer<typeof Provenance>;
