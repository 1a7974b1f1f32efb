import { auditSubject } from '@malspar/shared-model';
import * as z from 'zod';

const handling = z.strictObject({ path: z.string(), count: z.number().int() });

export const feedbackActs = auditSubject(
  'feedback',
  { sv: 'Synpunkt', en: 'Comment from a visitor' },
  {
    handle: { sv: 'Läste en synpunkt', en: 'Read a comment from a visitor', data: handling },
    reopen: { sv: 'Markerade en synpunkt som oläst', en: 'Marked a comment from a visitor as unread', data: handling },
  },
);
