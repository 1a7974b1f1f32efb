import type { Language } from '@malspar/figures-model';
import type { PublishedContent, PublishedFile } from '@malspar/publication-model';

/** A version that has been made, with what can be fetched of it. */
export interface FreezingVersion {
  /** As in `ContentKind`. */
  readonly contentKind: string;
  readonly content: PublishedContent;
  readonly sha256: string;
  readonly files: readonly PublishedFile[];
}

/** A page as it was made when its version was published. */
export interface FrozenPage {
  /** How it stands: as the newest, as one that has been superseded, as what a correction changed. */
  readonly form: string;
  readonly language: Language;
  readonly content: Buffer;
}

/** What frozen pages load: a stylesheet, a typeface, a script. */
interface FrozenAsset {
  readonly path: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface FrozenPages {
  readonly pages: readonly FrozenPage[];
  readonly assets: readonly FrozenAsset[];
}

/** Makes the pages of what is published. Publishing keeps them, and knows no more of the site than this. */
export abstract class PageFreezing {
  /** What a preview is sent with: as the page will be, but the app may show it in a frame. */
  abstract readonly previewHeaders: Readonly<Record<string, string>>;

  /** Every page of a version that is made when it is published and never again. `earlier`: what has been published of the kind. */
  abstract freeze(
    version: FreezingVersion,
    previous: FreezingVersion | null,
    earlier: readonly PublishedContent[],
  ): Promise<FrozenPages>;

  /** The version's own page in every language, as it would be. */
  abstract preview(
    version: FreezingVersion,
    earlier: readonly PublishedContent[],
  ): Promise<readonly Pick<FrozenPage, 'language' | 'content'>[]>;

  /** The first part of the addresses of a kind's versions. */
  abstract rootOf(contentKind: string): string;

  /** Something has been published here. Never throws. */
  abstract renew(): Promise<void>;
}
