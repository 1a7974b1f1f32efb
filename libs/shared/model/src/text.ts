import * as z from 'zod';

// Control characters have no place in a report and one of them stops a whole PDF.
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from a person: control characters and lone surrogates dropped, line ends unified, NFC, trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '').normalize('NFC').trim();
}

/** A cleaned text of at most `max` characters; longer gives the issue code `too-long`. Empty is allowed. */
export const boundedText = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().max(max, { error: 'too-long' }));

/** As `boundedText`, but at least one character must remain; else `required`. */
export const requiredText = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, { error: 'required' }).max(max, { error: 'too-long' }));
