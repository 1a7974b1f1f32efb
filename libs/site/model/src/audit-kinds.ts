import { type AuditSubject, auditSubject, PlainDate, Sha256 } from '@malspar/shared-model';
import * as z from 'zod';
import { Conformance } from './accessibility-statement.js';
import { DocumentDetails } from './plan-document.js';

const count = z.number().int();

export const documentAudit = auditSubject(
  'plan-document',
  { sv: 'Dokument', en: 'Document' },
  {
    change: {
      sv: 'Ändrade uppgifterna om ett dokument',
      en: 'Changed what is said of a document',
      data: z.strictObject({ before: DocumentDetails, after: DocumentDetails }),
    },
    order: {
      sv: 'Ändrade dokumentens ordning',
      en: 'Changed the order of the documents',
      data: z.strictObject({ ids: z.array(z.uuid()) }),
      about: 'plan',
    },
    replace: {
      sv: 'Bytte ut filen i ett dokument',
      en: 'Replaced the file of a document',
      data: z.strictObject({ date: PlainDate, version: count, sha256: Sha256, bytes: count }),
    },
    restore: {
      sv: 'Visade ett dokument igen',
      en: 'Showed a document again',
      data: z.strictObject({ title: z.string() }),
    },
    upload: {
      sv: 'Lade upp ett dokument',
      en: 'Uploaded a document',
      data: DocumentDetails.extend({ slug: z.string(), sha256: Sha256, bytes: count }),
    },
    withdraw: {
      sv: 'Tog bort ett dokument från webbplatsen',
      en: 'Took a document off the website',
      data: z.strictObject({ title: z.string() }),
    },
  },
);

export const statementAudit = auditSubject(
  'accessibility-statement',
  { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  {
    save: {
      sv: 'Sparade tillgänglighetsredogörelsen',
      en: 'Saved the accessibility statement',
      data: z.strictObject({ version: count, conformance: Conformance, assessedOn: PlainDate, failures: count }),
    },
  },
);

/** What this domain writes in the audit log. */
export const siteAudit: readonly AuditSubject[] = [documentAudit, statementAudit];
