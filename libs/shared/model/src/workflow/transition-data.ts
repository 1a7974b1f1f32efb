import * as z from 'zod';

/** What the audit event of a transition carries, whatever moved. */
export interface TransitionData {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  /** Number and hash of the revision that the subject then holds. */
  readonly revision: number;
  readonly sha256: string | null;
  readonly comments: readonly unknown[];
}

/** The shape of `TransitionData` for one workflow; `state` and `comment` are the domain's own. */
export const transitionData = <State extends z.ZodType, Comment extends z.ZodType>(state: State, comment: Comment) =>
  z.strictObject({
    reference: z.string(),
    from: state,
    to: state,
    reason: z.string().nullable(),
    revision: z.number().int(),
    sha256: z.string().nullable(),
    comments: z.array(comment),
  });
