import { sql } from './sql.js';

/** SQL of the versions, to be read in one statement with what they are the versions of. */
export const DATA_VERSIONS = sql`(SELECT jsonb_object_agg(topic, version) FROM data_version)`;
