import * as z from 'zod';

/** One field's error: `pointer` is a JSON Pointer into the body, `code` a stable word, `params` what its text needs. */
export const FieldError = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details, with a stable `type`, both languages' titles and the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(FieldError).optional(),
  /** What the server holds now, on 412: the caller can merge without another request. */
  current: z.unknown().optional(),
  /** On 412: whether the one who asks made the change, in another tab or on another machine. */
  byYourself: z.boolean().optional(),
});
export type Problem = z.infer<typeof Problem>;
