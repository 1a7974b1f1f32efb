import { sql } from '@malspar/shared-api/sql';

/** SQL of a `PublishedFile`, of a row of `publication_file` called `f`. */
export const PUBLISHED_FILE = sql`json_build_object('name', f.name, 'format', f.format, 'mediaType', f.media_type,
  'bytes', f.size, 'sha256', f.sha256)`;
