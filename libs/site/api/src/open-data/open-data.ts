import { problemOfIssues } from '@malspar/shared-api';
import { PageQuery } from '@malspar/shared-model';
import {
  kindsWithData,
  OPEN_DATA_ROOT,
  openDataPath,
  type OpenDataTerms,
  openListResponse,
  type OpenResource,
  type PublicSite,
  type ShownKind,
} from '@malspar/site-model';
import * as z from 'zod';
import { CACHE } from '../stored/send-stored.js';
import { store, type Stored } from '../stored/stored.js';
import { inertJson } from './inert-json.js';
import { describeOpenData } from './openapi.js';
import { siteResources } from './resources.js';

/** What an address of the open data answers, how long that may be kept, and what it is called as a file. */
export interface OpenDataResponse {
  readonly stored: Stored;
  readonly cache: string;
  readonly fileName?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const NO_QUERY = z.strictObject({});
type Parameters = Readonly<Record<string, string>>;

/** Addresses that are answered alike, and what they are answered from. */
interface Route {
  readonly resource: OpenResource;
  readonly published: unknown;
  readonly match: (path: string) => Parameters | null;
}

const routeTo = (resource: OpenResource, published: unknown): Route => ({
  ...{ resource, published },
  match: matcherOf(OPEN_DATA_ROOT + resource.path),
});

/**
 * The open data in memory. It is given what is published and nothing else, and has no way to anything else: neither to
 * the database nor to who asks.
 */
export class OpenData {
  #kinds: readonly ShownKind[] = [];
  #site: PublicSite | null = null;
  #routes: readonly Route[] = [];
  #kept = new Map<string, Promise<OpenDataResponse>>();

  constructor(private readonly terms: OpenDataTerms) {
    this.replace([], null);
  }

  /** From now on answers are made from this site. `kinds`: those that could be published. */
  replace(kinds: readonly ShownKind[], site: PublicSite | null): void {
    const withData = kindsWithData(kinds, site);
    this.#kinds = kinds;
    this.#site = site;
    this.#routes = [
      ...siteResources(this.terms, withData, site).map((resource) => routeTo(resource, null)),
      ...withData.flatMap(({ data, published }) => data.resources.map((resource) => routeTo(resource, published))),
    ];
    this.#kept = new Map();
  }

  /** Null where there is no such address. Throws `BadRequest` when the query holds what the address does not take. */
  async respond(path: string, query: unknown): Promise<OpenDataResponse | null> {
    const wanted = path.toLowerCase();
    if (wanted === openDataPath.description) {
      parse(NO_QUERY, query);
      const kept = this.#kept.get(wanted);
      return kept ?? this.#keep(wanted, { content: this.#description(), mediaType: JSON_TYPE, cache: CACHE.current });
    }
    for (const route of this.#routes) {
      const parameters = route.match(wanted);
      if (parameters) return this.#respondTo(route, wanted, parameters, query);
    }
    return null;
  }

  #respondTo(
    { resource, published }: Route,
    path: string,
    parameters: Parameters,
    query: unknown,
  ): Promise<OpenDataResponse> | null {
    const range = resource.kind === 'list' ? parse(PageQuery, query) : null;
    if (!range) parse(NO_QUERY, query);
    const key = range ? `${path}?${range.page}&${range.limit}` : path;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const cache = resource.frozen ? CACHE.fixed : CACHE.current;
    const at = { ...this.terms, published, parameters };
    if (resource.kind === 'list') {
      const items = resource.of(at);
      if (!items) return null;
      const { page, limit } = range ?? parse(PageQuery, {});
      const content = inertJson(openListResponse(this.terms.origin + path, items, page, limit));
      const made = { content, mediaType: JSON_TYPE, cache };
      // Pages beyond the last one have no end: they are made for whoever asks and kept for nobody.
      return (page - 1) * limit >= Math.max(items.length, 1) ? responseOf(made) : this.#keep(key, made);
    }
    const found = resource.of(at);
    if (found === null) return null;
    if (resource.kind === 'csv') {
      const { name, csv } = found as { name: string; csv: Uint8Array };
      return this.#keep(key, { content: csv, mediaType: CSV_TYPE, cache, fileName: name });
    }
    return this.#keep(key, {
      content: typeof found === 'string' ? found : inertJson(found),
      mediaType: JSON_TYPE,
      cache,
    });
  }

  #description(): string {
    return inertJson(describeOpenData(this.terms, this.#kinds, this.#site));
  }

  /** Compressed once and kept until something more is published. */
  #keep(key: string, made: Made): Promise<OpenDataResponse> {
    const response = responseOf(made);
    this.#kept.set(key, response);
    response.catch(() => this.#kept.delete(key));
    return response;
  }
}

interface Made extends Omit<OpenDataResponse, 'stored'> {
  readonly content: string | Uint8Array;
  readonly mediaType: string;
}

async function responseOf({ content, mediaType, ...about }: Made): Promise<OpenDataResponse> {
  return { stored: await store(content, mediaType), ...about };
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
