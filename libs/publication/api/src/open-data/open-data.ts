import {
  OPEN_DATA_ROOT,
  openDataPath,
  type OpenDataSource,
  type OpenDataTerms,
  openListAnswer,
  type PublicSite,
  type PublishedVersion,
} from '@malspar/publication-model';
import { problemOfIssues } from '@malspar/shared-api';
import { PageQuery } from '@malspar/shared-model';
import * as z from 'zod';
import { CACHE } from '../site/send-stored.js';
import { store, type Stored } from '../site/stored.js';
import { inertJson } from './inert-json.js';
import { describeOpenData } from './openapi.js';
import { type Parameters, type Resource, RESOURCES } from './resources.js';

/** What an address of the open data answers, how long that may be kept, and what it is called as a file. */
export interface OpenDataAnswer {
  readonly stored: Stored;
  readonly cache: string;
  readonly fileName?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const NO_QUERY = z.strictObject({});
const ROUTES = RESOURCES.map((resource) => ({ resource, match: matcherOf(OPEN_DATA_ROOT + resource.path) }));

/**
 * The open data in memory. It is given what is published and nothing else, and has no way to anything else: neither to
 * the database nor to who asks.
 */
export class OpenData {
  #source: OpenDataSource;
  #canonical: ReadonlyMap<PublishedVersion, string> = new Map();
  #kept = new Map<string, Promise<Stored>>();

  constructor(private readonly terms: OpenDataTerms) {
    this.#source = { ...terms, site: null };
  }

  /** From now on answers are made from this site; `canonical` has each version's JSON as it is stored. */
  replace(site: PublicSite | null, canonical: ReadonlyMap<PublishedVersion, string>): void {
    this.#source = { ...this.terms, site };
    this.#canonical = canonical;
    this.#kept = new Map();
  }

  /** Null where there is no such address. Throws `BadRequest` when the query holds what the address does not take. */
  async answer(path: string, query: unknown): Promise<OpenDataAnswer | null> {
    const wanted = path.toLowerCase();
    if (wanted === openDataPath.description) {
      parse(NO_QUERY, query);
      return { stored: await this.#keep(wanted, () => this.#description(), JSON_TYPE), cache: CACHE.current };
    }
    for (const { resource, match } of ROUTES) {
      const parameters = match(wanted);
      if (parameters) return this.#answerOf(resource, wanted, parameters, query);
    }
    return null;
  }

  async #answerOf(
    resource: Resource,
    path: string,
    parameters: Parameters,
    query: unknown,
  ): Promise<OpenDataAnswer | null> {
    const cache = resource.frozen ? CACHE.fixed : CACHE.current;
    const at = { source: this.#source, parameters, canonical: (version: PublishedVersion) => this.#text(version) };
    if (resource.kind === 'list') {
      const { page, limit } = parse(PageQuery, query);
      const items = resource.of(at);
      if (!items) return null;
      const text = (): string => inertJson(openListAnswer(this.#source.origin + path, items, page, limit));
      // Pages beyond the last one have no end: they are made for whoever asks and kept for nobody.
      const beyond = (page - 1) * limit >= Math.max(items.length, 1);
      const stored = beyond ? store(text(), JSON_TYPE) : this.#keep(`${path}?${page}&${limit}`, text, JSON_TYPE);
      return { stored: await stored, cache };
    }
    parse(NO_QUERY, query);
    const found = resource.of(at);
    if (found === null) return null;
    if (resource.kind === 'csv') {
      const { name, csv } = found as { name: string; csv: Uint8Array };
      return { stored: await this.#keep(path, () => csv, CSV_TYPE), cache, fileName: name };
    }
    const text = (): string => (typeof found === 'string' ? found : inertJson(found));
    return { stored: await this.#keep(path, text, JSON_TYPE), cache };
  }

  #text(version: PublishedVersion): string {
    const text = this.#canonical.get(version);
    if (text === undefined) throw new Error('A version has no JSON');
    return text;
  }

  #description(): string {
    return inertJson(describeOpenData(this.#source));
  }

  /** Compressed once and kept until something more is published. */
  #keep(key: string, make: () => string | Uint8Array, mediaType: string): Promise<Stored> {
    const kept = this.#kept.get(key) ?? store(make(), mediaType);
    this.#kept.set(key, kept);
    return kept;
  }
}

function parse<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw problemOfIssues(parsed.error.issues);
  return parsed.data;
}

/** What a path has in the places of the words in braces; null for another path. */
function matcherOf(template: string): (path: string) => Parameters | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`);
  return (path) => {
    const found = pattern.exec(path);
    return found && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
  };
}
