import * as z from 'zod';

/** Where a report is on its way. */
export const ReportState = z.enum(['draft', 'submitted', 'returned', 'endorsed', 'approved', 'published']);
export type ReportState = z.infer<typeof ReportState>;

/** Whether what a report says now is its approved word. */
export const isSettled = (state: ReportState | undefined): boolean => state === 'approved' || state === 'published';

/** The owner's judgement of one target; never computed from the number. */
export const Assessment = z.enum([
  'achieved',
  'on_track',
  'uncertain',
  'will_not_reach',
  'not_started',
  'not_measured',
]);
export type Assessment = z.infer<typeof Assessment>;

/** The owner's judgement of the whole focus area. */
export const Verdict = z.enum(['fully', 'largely', 'partly', 'not']);
export type Verdict = z.infer<typeof Verdict>;

/** The named transitions of a report. */
export const TransitionName = z.enum([
  'submit',
  'withdraw',
  'endorse',
  'return',
  'approve',
  'reopen',
  'publish',
  'correct',
  'cancel-correction',
]);
export type TransitionName = z.infer<typeof TransitionName>;
