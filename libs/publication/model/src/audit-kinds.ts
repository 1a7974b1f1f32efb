import { auditSubject, PeriodCode, Sha256 } from '@malspar/shared-model';
import * as z from 'zod';
import { PublishedFile } from './publication.js';

export const publicationActs = auditSubject(
  'publication',
  { sv: 'Publicering', en: 'Publication' },
  {
    publish: {
      sv: 'Publicerade periodens rapport',
      en: 'Published the report of the period',
      data: z.strictObject({
        period: PeriodCode,
        version: z.number().int(),
        sha256: Sha256,
        files: z.array(PublishedFile.pick({ name: true, sha256: true }).strict()),
        pages: z.array(z.strictObject({ form: z.string(), language: z.string(), sha256: Sha256 })),
      }),
    },
  },
);
