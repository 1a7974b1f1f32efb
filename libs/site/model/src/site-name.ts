/** Whose site it is, what it is about and where to write. */
export interface SiteName {
  readonly organisation: string;
  readonly title: string;
  /** BCP 47; absent in what was published before it was stated. */
  readonly language?: string;
  readonly contact: string | null;
}
