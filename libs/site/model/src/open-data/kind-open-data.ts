import type { Words } from '@malspar/figures-model';
import type * as z from 'zod';
import type { OpenDataTerms } from './terms.js';
import type { OpenLink } from './shapes.js';

/** An address of the open data with what is there, as the page about the open data lists it. */
export interface OpenDataAddress {
  readonly path: string;
  readonly text: Words;
}

/** What an answer of one kind's open data is made from. */
export interface OpenDataPlace<Published> extends OpenDataTerms {
  /** Null while nothing of the kind is published. */
  readonly published: Published | null;
  /** What the words in braces of the path stand for; everything is in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface About {
  /** Below `/public/v1`; a word in braces is any one segment. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  /** One of the kind's tags. */
  readonly tag: string;
  /** Whether what is answered can ever become something else. */
  readonly frozen: boolean;
  /** Whether there may be nothing there. */
  readonly mayBeMissing: boolean;
}

/** One address of the open data, or one for each of something: what it is and how it is answered. */
export type OpenResource<Published = unknown> = About &
  (
    | { readonly kind: 'item'; readonly schema: string; of(at: OpenDataPlace<Published>): object | null }
    | { readonly kind: 'list'; readonly schema: string; of(at: OpenDataPlace<Published>): readonly object[] | null }
    | {
        readonly kind: 'csv';
        of(at: OpenDataPlace<Published>): { readonly name: string; readonly csv: Uint8Array } | null;
      }
    /** A text that was made once and is passed on byte for byte. */
    | { readonly kind: 'json-text'; readonly schema: string; of(at: OpenDataPlace<Published>): string | null }
  );

/** A shape that has a name of its own in the description of the open data. */
export interface OpenSchema {
  readonly schema: z.ZodType;
  /** What is said of it where the schema says nothing of itself. */
  readonly description?: string;
}

/** What a kind hands over as open data: addresses with how each is answered and described. */
export interface KindOpenData<Published = unknown> {
  /** What all of it is called. */
  readonly title: Words;
  /** In the description of the API: a line, and in full, in Swedish and in English; what it lacks. */
  readonly summary: string;
  readonly description: string;
  readonly limitations: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** The words in braces of the paths. */
  readonly parameters: Readonly<Record<string, { readonly description: string; readonly example: string }>>;
  /** By name, unlike those of every other kind. */
  readonly schemas: Readonly<Record<string, OpenSchema>>;
  readonly resources: readonly OpenResource<Published>[];
  /** Ways from the index to where the kind's data begins. */
  links(at: OpenDataPlace<Published>): readonly OpenLink[];
  /** What the page about the open data lists. */
  addresses(published: Published | null): readonly OpenDataAddress[];
  /** The path that the page about the open data fetches as an example; null where there is none. */
  samplePath(published: Published | null): string | null;
  /** Made-up publications that every example in the description is answered from. */
  example(): Published;
  /** An address with something, and one with nothing, of those publications: for examples of what is wrong. */
  readonly examplePaths: { readonly there: string; readonly missing: string };
  /** An example of each of `schemas`, by name; of the site's own shapes too, where the kind has better ones. */
  examples(at: OpenDataPlace<Published> & { readonly published: Published }): Readonly<Record<string, unknown>>;
}
