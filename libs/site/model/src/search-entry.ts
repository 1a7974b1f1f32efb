import type { PeriodCode } from '@malspar/shared-model';
import type { PublicPlace } from './public-address.js';

/** What is found, in the order in which it is shown. */
export const searchGroups = ['area', 'target', 'plan', 'report', 'document', 'term', 'page'] as const;
export type SearchGroup = (typeof searchGroups)[number];

/** What kind of text the words were found in. */
export type SearchField =
  | 'title'
  | 'aim'
  | 'department'
  | 'indicator'
  | 'method'
  | 'goal'
  | 'climate-goal'
  | 'driver'
  | 'amendment'
  | 'verdict'
  | 'comment'
  | 'measure'
  | 'no-value'
  | 'foreword'
  | 'correction'
  | 'gap'
  | 'meaning'
  | 'text';

/** A text of an entry. The weight says how much it counts to find something just there; 1 unless it says otherwise. */
export interface FoundText {
  readonly field: SearchField;
  readonly text: string;
  readonly isExample: boolean;
  readonly weight?: number;
}

/** Where a text has been published. */
export interface FoundVersion {
  readonly period: PeriodCode;
  readonly version: number;
  readonly title: string;
  readonly place: PublicPlace;
  /** The number of the section on the page; null for the page as a whole. */
  readonly area: number | null;
  readonly texts: readonly FoundText[];
}

/** One thing that can be found. */
export interface FoundEntry {
  readonly group: SearchGroup;
  readonly code: string | null;
  readonly title: string;
  readonly isExample: boolean;
  /** Of the title (BCP 47): the plan's own words are in its language on every page. */
  readonly language: string;
  /** What period the texts are about; null for what is of no period. */
  readonly period: PeriodCode | null;
  /** First the one that speaks for the period: what is not in it is not found. Never empty. */
  readonly versions: readonly FoundVersion[];
}
