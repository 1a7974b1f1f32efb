import type { Words } from '@malspar/figures-model';
import type { PublishedContent, PublishedFile } from '@malspar/publication-model';

/** A published version as it stands in lists, is recognised and is fetched: what is the same for every kind. */
export interface ListedVersion extends Pick<
  PublishedContent,
  'period' | 'version' | 'title' | 'correction' | 'publishedAt' | 'publishedOn'
> {
  /** The first part of its address. */
  readonly root: string;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** All versions of a kind for one period, newest first. */
export interface ListedPublication {
  readonly root: string;
  readonly kindTitle: Words;
  readonly versions: readonly [ListedVersion, ...ListedVersion[]];
}
