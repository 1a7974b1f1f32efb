import * as z from 'zod';

/** A moment that stands in JSON, where the database writes it in a way of its own. */
export const momentInJson = z.string().transform((text) => new Date(text));

/** JSON that is taken as it was stored: whoever reads it knows what to do with what it cannot read. */
export const asStored = <T>(): z.ZodCustom<T> => z.custom<T>();
