import * as z from 'zod';
import { sql } from './sql.js';

/** A version of each topic that may be held in memory; equal versions are equal rows. */
export const DataVersions = z.object({ plan: z.string(), 'approved-word': z.string() });

/** SQL of the versions, to be read in one statement with what they are the versions of. */
export const DATA_VERSIONS = sql`(SELECT jsonb_object_agg(topic, version) FROM data_version)`;
