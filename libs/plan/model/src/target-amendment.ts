import { Decimal, requiredText } from '@malspar/shared-model';
import * as z from 'zod';
import { ImpreciseDate } from './imprecise-date.js';

/** A decision that changes what a target says: what is left out stays as it was. */
export const TargetAmendmentInput = z.strictObject({
  /** When it was decided, as exactly as it is known; it counts from the first day of that. */
  date: ImpreciseDate,
  /** The reason. */
  text: requiredText(2000),
  decisionReference: requiredText(120),
  title: requiredText(300).optional(),
  targetYear: z.number().int().min(1900).max(2200).optional(),
  targetValue: Decimal.optional(),
});
export type TargetAmendmentInput = z.infer<typeof TargetAmendmentInput>;
