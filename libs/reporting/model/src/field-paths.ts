import type { SoftCheckCode } from './entry.js';

/** The path of a part's value: its label, after a number that tells equal labels apart. */
type PartPath = `parts/${number}/${string}`;

/** The path of one field of an entry. */
export type EntryPath =
  | 'assessment'
  | `values/${string}`
  | 'noValueReason'
  | PartPath
  | `milestones/${number}`
  | 'comment'
  | 'measure/text'
  | 'measure/responsible'
  | 'measure/dueOn'
  | `explanations/${SoftCheckCode}`;

/** The path of one field of the verdict. */
type VerdictPath = 'verdict' | 'explanation';

/** The path of one field of the year part. */
export type YearPath = 'year/verdict' | 'year/explanation' | `year/assessment/${string}` | `year/comment/${string}`;

/** The path of one field of a draft: its id, links to it, its checks, history and conflicts all go by it. */
export type FieldPath = EntryPath | VerdictPath | YearPath;

/** JSON Pointer to a field of a draft, or to several that belong together, as checks and differences have it. */
export type FieldPointer = `/${FieldPlace}`;

/** The path of a field, or of several that belong together. */
export type FieldPlace =
  FieldPath | 'values' | 'parts' | 'milestones' | 'measure' | 'explanations' | 'year/assessment' | 'year/comment';

const SINGLE: readonly FieldPath[] = [
  ...([
    'assessment',
    'noValueReason',
    'comment',
    'verdict',
    'explanation',
    'year/verdict',
    'year/explanation',
  ] as const),
  ...(['measure/text', 'measure/responsible', 'measure/dueOn'] as const),
];
const FAMILY = /^(values|parts|milestones|explanations|year\/(assessment|comment))(\/|$)/;
const MEMBER = /^(values|parts\/\d+|milestones|explanations|year\/(assessment|comment))\/./s;

const isSingle = (path: string): boolean => SINGLE.some((each) => each === path);

/** Whether a path that comes from elsewhere is one that a draft can have. */
export const isFieldPlace = (path: string): path is FieldPlace =>
  isSingle(path) || path === 'measure' || FAMILY.test(path);

/** Whether it is the path of one field, not of several. */
export const isFieldPath = (path: string): path is FieldPath => isSingle(path) || MEMBER.test(path);

/** Field name of a part with its label; the number before the label tells equal labels apart. */
export const partField = (label: string, occurrence = 1): PartPath => `parts/${occurrence}/${label}`;

/** The path of the value of a period. */
export const valuePath = (period: string): EntryPath => `values/${period}`;

/** The path of a target's assessment, or the comment on it, in the year part. */
export const yearPath = (field: 'assessment' | 'comment', targetCode: string): YearPath =>
  `year/${field}/${targetCode}`;

/** Whether a field is a part with its label. */
export const isPart = (field: string): field is PartPath => /^parts\/\d+\//.test(field);

/** The path of a milestone, by its place in the plan. */
export const milestonePath = (index: number): EntryPath => `milestones/${index}`;

/** The path of the explanation of a soft check. */
export const explanationPath = (code: SoftCheckCode): EntryPath => `explanations/${code}`;

/** The paths of the year part that are about a target; of the area's verdict where there is none. */
export const yearPathsOf = (targetCode: string | null): readonly YearPath[] =>
  targetCode === null
    ? ['year/verdict', 'year/explanation']
    : [yearPath('assessment', targetCode), yearPath('comment', targetCode)];
