import * as z from 'zod';

/** The data of every transition's audit event, whatever moved; `state` and `comment` are the domain's own shapes. */
export const transitionData = <State extends z.ZodType, Comment extends z.ZodType>(state: State, comment: Comment) =>
  z.strictObject({
    reference: z.string(),
    from: state,
    to: state,
    reason: z.string().nullable(),
    /** Number and hash of the revision that the subject then holds. */
    revision: z.number().int(),
    sha256: z.string().nullable(),
    comments: z.array(comment),
  });
