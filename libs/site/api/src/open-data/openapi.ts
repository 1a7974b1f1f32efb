import {
  type KindData,
  kindsWithData,
  OPEN_DATA_ROOT,
  OPEN_DATA_VERSION,
  type OpenDataTerms,
  openListResponse,
  type OpenResource,
  type PublicSite,
  type ShownKind,
  siteOf,
} from '@malspar/site-model';
import { describedSchemas, jsonSchemas, listOf } from './described-schemas.js';
import { openDataProblem } from './open-data-problem.js';
import { siteResources } from './resources.js';

/** What the examples are answered from. */
interface Example extends OpenDataTerms {
  readonly kinds: readonly KindData[];
  readonly site: PublicSite | null;
  /** Where something is, for what is wrong there. */
  readonly instance: string;
}

/** Addresses that are answered alike, with what they are answered from. */
interface Described {
  readonly resource: OpenResource;
  readonly published: unknown;
  /** What its words in braces are. */
  readonly parameters: KindData['data']['parameters'];
}

function exampleOf(terms: OpenDataTerms, kinds: readonly ShownKind[]): Example {
  const ready = kinds.flatMap((kind) => (kind.openData ? [{ kind, published: kind.openData.example() }] : []));
  const site = siteOf(ready);
  const data = kindsWithData(kinds, site);
  return { ...terms, kinds: data, site, instance: data[0]?.data.examplePaths.there ?? OPEN_DATA_ROOT };
}

const problem = (status: number, description: string, instance: string): object => {
  const { type, retryAfter, ...said } = openDataProblem({ status });
  const value = { type: `/problems/${type}`, ...said, instance };
  const headers = retryAfter === undefined ? {} : { headers: { 'Retry-After': header('Seconds.') } };
  const content = { schema: reference('Problem'), examples: { example: { value } } };
  return { description, ...headers, content: { 'application/problem+json': content } };
};
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const header = (description: string): object => ({ description, schema: { type: 'string' } });

/** The open data as OpenAPI 3.1: addresses from the table that is served, shapes from the schemas, examples answered. */
export function describeOpenData(terms: OpenDataTerms, kinds: readonly ShownKind[], site: PublicSite | null): object {
  const { origin, license } = terms;
  const example = exampleOf(terms, kinds);
  const about = `${origin}/oppna-data`;
  const name = site && (site.plan ?? site.awaited);
  const said = (which: (data: KindData['data']) => string): string =>
    example.kinds.map(({ data }) => which(data)).join('\n\n');
  const limitations = said((data) => data.limitations);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Målspår: öppna data / open data',
      version: OPEN_DATA_VERSION.apiVersion,
      summary: example.kinds.map(({ data }) => data.summary).join('. '),
      description: `${said((data) => data.description)}\n\n${limitations}`,
      termsOfService: about,
      contact: { name: name?.organisation ?? 'Målspår', url: about, ...(name?.contact ? { email: name.contact } : {}) },
      ...(license ? { license } : {}),
      'x-sla': {
        availability:
          'No level is promised. What is published is answered from memory, also while the database is down.',
        responseTime: 'No level is promised.',
        support: 'By mail to the contact, in office hours.',
      },
      'x-limitations': limitations,
    },
    externalDocs: { description: 'Öppna data: adresser, exempel och licens', url: about },
    servers: [{ url: origin + OPEN_DATA_ROOT }],
    // No key and no sign-in.
    security: [],
    tags: [...example.kinds.flatMap(({ data }) => data.tags), { name: 'about', description: 'About the open data.' }],
    paths: Object.fromEntries([
      ...describedResources(example).map((each): [string, object] => [
        each.resource.path || '/',
        { get: operation(each, example) },
      ]),
      ['/openapi.json', { get: ownOperation(example) }],
    ]),
    components: { schemas: jsonSchemas(describedSchemas(terms, example.kinds, example.site)) },
  };
}

const describedResources = ({ kinds, site, ...terms }: Example): Described[] => [
  ...siteResources(terms, kinds, site).map((resource) => ({ resource, published: null, parameters: {} })),
  ...kinds.flatMap(({ data, published }) =>
    data.resources.map((resource) => ({ resource, published, parameters: data.parameters })),
  ),
];

function operation(described: Described, example: Example): object {
  const { resource, parameters } = described;
  const names = [...resource.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    operationId: resource.operationId,
    tags: [resource.tag],
    summary: resource.summary,
    description: resource.description,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' }, ...parameters[name] })),
      ...(resource.kind === 'list' ? PAGING : []),
      ...HEADERS,
    ],
    responses: responses(resource.frozen, contentOf(described, example), resource.mayBeMissing, example.instance),
  };
}

function contentOf({ resource, published, parameters }: Described, { origin, license }: Example): object {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { example }]) => [name, example]));
  const at = { origin, license, published, parameters: values };
  if (resource.kind === 'csv') {
    const made = resource.of(at);
    const value = new TextDecoder().decode(made?.csv);
    return { 'text/csv': { schema: { type: 'string' }, examples: { example: { value } } } };
  }
  const json = (name: string, value: unknown): object => ({
    'application/json': { schema: reference(name), examples: { example: { value } } },
  });
  switch (resource.kind) {
    case 'list': {
      const path = resource.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
      const address = origin + OPEN_DATA_ROOT + path;
      return json(listOf(resource.schema), openListResponse(address, resource.of(at) ?? [], 1, 20));
    }
    case 'json-text':
      return json(resource.schema, JSON.parse(resource.of(at) ?? 'null'));
    case 'item':
      return json(resource.schema, resource.of(at));
  }
}

const HEADERS: readonly object[] = [
  {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of an earlier answer; the same again is answered with 304.',
    schema: { type: 'string' },
  },
  {
    name: 'traceparent',
    in: 'header',
    required: false,
    description: 'W3C Trace Context; accepted. No other system is called, so it is passed on to none.',
    schema: { type: 'string' },
  },
];

const PAGING: readonly object[] = [
  {
    name: 'page',
    in: 'query',
    required: false,
    description: 'Which page, from 1.',
    schema: { type: 'integer', minimum: 1, default: 1 },
    example: 1,
  },
  {
    name: 'limit',
    in: 'query',
    required: false,
    description: 'How many on each page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    example: 20,
  },
];

const responses = (frozen: boolean, content: object, mayBeMissing: boolean, instance: string): object => ({
  200: {
    description: 'Here it is.',
    headers: {
      ETag: header('Strong; changes only when the answer does.'),
      'Cache-Control': header(
        frozen
          ? 'May be kept for ever.'
          : 'May be kept, and is asked for again each time: `ETag` tells whether it still holds.',
      ),
      'Access-Control-Allow-Origin': header('Always `*`.'),
    },
    content,
  },
  304: { description: 'Nothing has changed since the answer with that `ETag`.' },
  400: problem(400, 'The query holds something that this address does not take.', instance),
  ...(mayBeMissing ? { 404: problem(404, 'There is no such thing, or it is not published.', instance) } : {}),
  405: problem(405, 'Only GET, HEAD and OPTIONS; `Allow` says so.', instance),
  406: problem(406, 'None of the encodings asked for is to be had.', instance),
  503: problem(503, 'The service has just started and cannot read what is published yet.', instance),
  default: problem(500, 'Something else went wrong.', instance),
});

const ownOperation = ({ instance }: Example): object => ({
  operationId: 'getDescription',
  tags: ['about'],
  summary: 'This description',
  parameters: HEADERS,
  description: 'OpenAPI 3.1, made from the schemas that answers are made by.',
  responses: responses(
    false,
    { 'application/json': { schema: { type: 'object' }, examples: { example: { value: { openapi: '3.1.0' } } } } },
    false,
    instance,
  ),
});
