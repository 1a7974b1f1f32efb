import type { PublishedContent } from '@malspar/publication-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { PublicationRepository } from './publication.repository.js';
import type { PublishedKind } from './published-kind.js';

/** Every published version of one kind and plan, with the hashes of what there is. */
export interface PublishedContentsRead {
  readonly hashes: readonly string[];
  readonly contents: readonly PublishedContent[];
}

/** Published versions, read once: what is published never changes. */
@Injectable()
export class PublishedContents {
  /** By kind, then by hash: those of the plan that was last read. */
  readonly #known = new Map<string, ReadonlyMap<string, PublishedContent>>();

  constructor(private readonly repository: PublicationRepository) {}

  async of(tx: Tx, kind: PublishedKind, planId: string | null): Promise<PublishedContentsRead> {
    const hashes = await this.repository.hashes(tx, { planId, contentKind: kind.name });
    const known = new Map(this.#known.get(kind.name));
    const unknown = hashes.filter((sha256) => !known.has(sha256));
    const rows = unknown.length > 0 ? await this.repository.canonicals(tx, unknown) : [];
    for (const { sha256, canonical } of rows) known.set(sha256, readContent(kind, canonical));
    const contents = new Map(hashes.flatMap((sha256) => entryOf(known, sha256)));
    this.#known.set(kind.name, contents);
    return { hashes, contents: [...contents.values()] };
  }
}

/** The content that was frozen as this canonical JSON. */
export const readContent = (kind: PublishedKind, canonical: string): PublishedContent =>
  kind.content.parse(JSON.parse(canonical));

const entryOf = (known: ReadonlyMap<string, PublishedContent>, sha256: string): [string, PublishedContent][] => {
  const content = known.get(sha256);
  return content ? [[sha256, content]] : [];
};
