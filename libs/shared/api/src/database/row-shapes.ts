import * as z from 'zod';

/** A row of which nothing but its id is wanted. */
export const IdRow = z.object({ id: z.string() });

/** A row of which nothing but its bytes is wanted. */
export const BytesRow = z.object({ bytes: z.instanceof(Buffer) });

/** A moment that stands in JSON, where the database writes it in a way of its own. */
export const momentInJson = z.string().transform((text) => new Date(text));

/** JSON that is taken as it was stored: whoever reads it knows what to do with what it cannot read. */
export const asStored = <T>(): z.ZodCustom<T> => z.custom<T>();
