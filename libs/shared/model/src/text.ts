import * as z from 'zod';
import { cleanText, isBlank } from './clean-text.js';

/** A person's text of any length, cleaned. Every text that somebody writes is read by this or by one of the two below. */
export const anyText = z.string().transform(cleanText);

/** A cleaned text of at most `max` characters; longer gives the issue code `too-long`. Empty is allowed. */
export const boundedText = (max: number) => anyText.pipe(z.string().max(max, { error: 'too-long' }));

/** As `boundedText`, but something that can be seen must remain; else `required`. */
export const requiredText = (max: number) =>
  anyText.pipe(
    z
      .string()
      .max(max, { error: 'too-long' })
      .refine((text) => !isBlank(text), { error: 'required' }),
  );
