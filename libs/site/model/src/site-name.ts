import type { PlainDate } from '@malspar/shared-model';

/** Whose site it is, what it is about and where to write. */
export interface SiteName {
  readonly organisation: string;
  readonly title: string;
  /** BCP 47; absent in what was published before it was stated. */
  readonly language?: string;
  readonly contact: string | null;
}

/** The plan that the site follows up, as it was last published. */
export interface SitePlan extends SiteName {
  readonly slug: string;
  readonly contact: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
}
