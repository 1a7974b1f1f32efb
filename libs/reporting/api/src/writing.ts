import { ENTRY_COLUMNS } from './approved-word.js';
import type { EntryRow } from './entry.repository.js';
import type { ReportCommentEntity } from './report-comment.entity.js';

/** What is written in a report, in the plan's order, and said about it, oldest first. */
export interface Writing {
  readonly entries: readonly EntryRow[];
  readonly comments: readonly ReportCommentEntity[];
}

/** As it comes from the database; moments are text in JSON. */
export interface WritingJson {
  readonly entries: readonly AsJson<EntryRow>[];
  readonly comments: readonly AsJson<ReportCommentEntity>[];
}
type AsJson<Row> = {
  readonly [Field in keyof Row]: Date extends Row[Field] ? Exclude<Row[Field], Date> | string : Row[Field];
};

/** SQL of the writing of the report `r`, as one JSON object. */
export const WRITING = `jsonb_build_object(
  'entries', (SELECT coalesce(jsonb_agg(each ORDER BY each.position), '[]')
    FROM (SELECT ${ENTRY_COLUMNS} FROM entry e WHERE e.report_id = r.id) each),
  'comments', (SELECT coalesce(jsonb_agg(each ORDER BY each."createdAt", each.position), '[]')
    FROM (SELECT c.id, c.report_id AS "reportId", c.revision, c.position, c.target_code AS "targetCode", c.field,
        c.text, c.suggestion, c.author_id AS "authorId", c.author_name AS "authorName", c.created_at AS "createdAt",
        c.needs_reply AS "needsReply", c.answer, c.answered_by AS "answeredBy",
        c.answered_by_name AS "answeredByName", c.answered_at AS "answeredAt"
      FROM report_comment c WHERE c.report_id = r.id) each))`;

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const writingOf = ({ entries, comments }: WritingJson): Writing => ({
  entries: entries.map((entry) => ({ ...entry, updatedAt: moment(entry.updatedAt) })),
  comments: comments.map((comment) => ({
    ...comment,
    createdAt: new Date(comment.createdAt),
    answeredAt: moment(comment.answeredAt),
  })),
});
