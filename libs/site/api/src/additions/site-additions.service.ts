import type { Tx } from '@malspar/shared-api';
import { dateInZone } from '@malspar/shared-model';
import {
  defaultStatement,
  documentFilePath,
  type PublishedStatement,
  type SavedStatement,
  type SiteAdditions,
} from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { StatementRepository } from './statement.repository.js';
import { SiteAdditionsRepository, type SiteDocumentRow, type SitePlanRow } from './site-additions.repository.js';
import { store, type Stored } from '../stored/stored.js';

/** Documents are few: they are held in memory up to this many bytes, and what does not fit is fetched when asked for. */
const KEPT = 128 * 1024 * 1024;
const PATH = /^\/dokument\/([a-z0-9]+(?:-[a-z0-9]+)*?)(?:-([0-9a-f]{12})\.pdf)?$/;

/** A document's file, or where its newest one is. */
export type DocumentResponse =
  { readonly movedTo: string } | { readonly stored: Stored; readonly fileName: string } | null;

/** What the organisation adds to the public site, in memory: once read, it is answered without the database. */
@Injectable()
export class SiteAdditionsService {
  /** By slug: everything that may be fetched. */
  #documents = new Map<string, SiteDocumentRow>();
  /** By path. */
  #kept = new Map<string, { readonly slug: string; readonly stored: Stored }>();

  constructor(
    private readonly repository: SiteAdditionsRepository,
    private readonly statements: StatementRepository,
  ) {}

  fingerprint(tx: Tx): Promise<string> {
    return this.repository.fingerprint(tx);
  }

  /** Reads everything anew; files that are already there are not read again. */
  async read(tx: Tx): Promise<SiteAdditions> {
    const rows = await this.repository.documents(tx);
    const [documentsChangedAt, saved, plan] = [
      await this.repository.documentsChangedAt(tx),
      await this.statements.newest(tx),
      await this.repository.plan(tx),
    ];
    this.#documents = new Map(rows.map((row) => [row.slug, row]));
    // What has been withdrawn is no longer given to anybody.
    this.#kept = new Map([...this.#kept].filter(([, { slug }]) => this.#documents.has(slug)));
    for (const { slug, sha256, bytes } of rows) {
      if (this.#size() + bytes <= KEPT) await this.#fetch(tx, slug, sha256.slice(0, 12));
    }
    return {
      documents: rows
        .filter(({ listed }) => listed)
        .map(({ slug, title, date, language, illustrative, bytes, sha256 }) => ({
          ...{ slug, title, date, language, illustrative, bytes, sha256 },
        })),
      documentsChangedAt,
      statement: publishedStatement(saved, plan),
    };
  }

  /** What is at an address below `/dokument`; null where nothing is. */
  async document(tx: Tx, path: string): Promise<DocumentResponse> {
    const [, slug = '', hash] = PATH.exec(path) ?? [];
    if (hash === undefined) {
      const document = this.#documents.get(slug);
      return document ? { movedTo: documentFilePath(slug, document.sha256) } : null;
    }
    if (!this.#documents.get(slug)?.hashes.includes(hash)) return null;
    const stored = await this.#fetch(tx, slug, hash);
    return stored && { stored, fileName: `${slug}.pdf` };
  }

  async #fetch(tx: Tx, slug: string, hash: string): Promise<Stored | null> {
    const path = documentFilePath(slug, hash);
    const kept = this.#kept.get(path);
    if (kept) return kept.stored;
    const bytes = await this.repository.file(tx, slug, hash);
    if (!bytes) return null;
    const stored = await store(bytes, 'application/pdf');
    if (this.#size() + bytes.length <= KEPT) this.#kept.set(path, { slug, stored });
    return stored;
  }

  #size(): number {
    return [...this.#kept.values()].reduce((sum, { stored }) => sum + stored.identity.length, 0);
  }
}

function publishedStatement(saved: SavedStatement | null, plan: SitePlanRow | null): PublishedStatement {
  const statement = saved?.statement ?? defaultStatement;
  return {
    version: saved?.version ?? 0,
    statement,
    updatedOn: saved?.savedAt ? dateInZone(new Date(saved.savedAt)) : statement.assessedOn,
    organisation: plan?.organisation ?? null,
    service: plan?.title ?? null,
    language: plan?.language ?? null,
    contact: statement.contact || (plan?.contact ?? null),
  };
}
