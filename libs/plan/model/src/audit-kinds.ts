import { type AuditSubject, auditSubject, PlainDate } from '@malspar/shared-model';
import * as z from 'zod';
import { TargetVersion } from './plan-view.js';
import { TargetAmendmentInput } from './target-amendment.js';

const count = z.number().int();
const said = TargetVersion.pick({ title: true, targetYear: true, targetValue: true }).strict();

export const loadingAudit = auditSubject(
  'plan',
  { sv: 'Plan', en: 'Plan' },
  {
    load: {
      sv: 'Läste in planen',
      en: 'Loaded the plan',
      data: z.strictObject({
        slug: z.string(),
        title: z.string(),
        focusAreas: count,
        targets: count,
        targetVersions: count,
        outcome: z.enum(['created', 'updated', 'unchanged']),
        madeCurrent: z.boolean(),
        /** How many rows changed; the first of them stand in `changes`. */
        changed: count,
        changes: z.array(
          z.strictObject({
            table: z.string(),
            change: z.enum(['added', 'changed', 'removed']),
            name: z.string(),
            fields: z.array(z.string()).readonly(),
          }),
        ),
      }),
    },
  },
);

export const targetAudit = auditSubject(
  'target',
  { sv: 'Mål', en: 'Target' },
  {
    amend: {
      sv: 'Ändrade målet',
      en: 'Changed the target',
      data: TargetAmendmentInput.extend({ code: z.string(), validFrom: PlainDate, before: said, after: said }),
    },
  },
);

/** What this domain writes in the audit log. */
export const planAudit: readonly AuditSubject[] = [loadingAudit, targetAudit];
