import * as z from 'zod';

/** A row of which nothing but its id is wanted. */
export const IdRow = z.object({ id: z.string() });

/** A row of which nothing but its bytes is wanted. */
export const BytesRow = z.object({ bytes: z.instanceof(Buffer) });

/** A moment that stands in JSON, where the database writes it in a way of its own. */
export const momentInJson = z.string().transform((text) => new Date(text));

/** JSON that is kept as text: the text is what a hash is of. */
export const jsonInText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
