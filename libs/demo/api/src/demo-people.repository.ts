import type { Tx } from '@malspar/shared-api';
import { allRows, sql } from '@malspar/shared-api/sql';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';

const Assigned = z.object({ scopeId: z.string(), deputy: z.boolean() });
export type Assigned = z.infer<typeof Assigned>;

/** Reads from the log what has been assigned, whatever has become of it since. */
@Injectable()
export class DemoPeopleRepository {
  everAssigned(tx: Tx): Promise<Assigned[]> {
    return allRows(
      tx,
      Assigned,
      sql`SELECT DISTINCT input->>'scopeId' AS "scopeId", (input->>'deputy')::boolean AS deputy
          FROM audit_event e CROSS JOIN LATERAL (VALUES (e.data), (e.data->'before'), (e.data->'after')) AS given (input)
          WHERE e.subject_type = 'assignment' AND input ? 'scopeId'`,
    );
  }
}
