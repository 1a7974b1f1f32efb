import type { ReportState } from './states.js';

/** What policies need to know of a report. Persons are ids: what counts is who, not in which role. */
export interface ReportFacts {
  readonly state: ReportState;
  readonly focusAreaId: string;
  readonly departmentId: string;
  readonly periodState: 'upcoming' | 'open' | 'closed';
  /** Number of the latest revision; 0 when never submitted. */
  readonly revision: number;
  /** Of the latest revision; null when never submitted. */
  readonly revisionHash: string | null;
  /** Number of the revision that was published last; null where none was. */
  readonly publishedRevision: number | null;
  /** Who submitted the latest revision. */
  readonly submittedBy: string | null;
  /** Everybody who had written in the report, since it was last approved, when the latest revision was frozen. */
  readonly writers: readonly string[];
  /** Who endorsed the latest revision; null when nobody has. */
  readonly endorsedBy: string | null;
  readonly openHardChecks: number;
  readonly unexplainedSoftChecks: number;
  /** Whether it says what is published already; read only when it is submitted. */
  readonly correctsNothing: boolean;
}
