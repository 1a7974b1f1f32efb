import { canonicalOf } from '@malspar/print-api';
import {
  exampleSource,
  OPEN_DATA_ROOT,
  OPEN_DATA_VERSION,
  type OpenDataSource,
  openListResponse,
  type PublishedVersion,
} from '@malspar/site-model';
import { openDataProblem } from './open-data-problem.js';
import { type Parameters, type Resource, RESOURCES } from './resources.js';
import { examplesOf } from './schema-examples.js';
import { jsonSchemas, listOf, type SchemaName } from './schemas.js';

const PARAMETERS: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  slug: { description: 'The area’s name in addresses, as `slug` says.', example: 'resor' },
  code: { description: 'The target’s code. Capital and small letters are alike.', example: 'r1' },
  period: { description: 'The period’s code. Capital and small letters are alike.', example: '2024-q3' },
  version: { description: 'The version’s number, from 1.', example: '2' },
};
const EXAMPLE_PARAMETERS: Parameters = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, { example }]) => [name, example]),
);

const DESCRIPTION = `Det som är publicerat ur miljöplanen: mål, indikatorer med utfall, bedömningar och rapporter, som öppna data. Ingen nyckel behövs. Tal är text med decimalpunkt, precis som de publicerades. Varje uppgift bär sitt ursprung (\`provenance\`); exempelvärden har \`illustrative\` och då står också en upplysning i \`notice\`. En version av en publikation ändras aldrig.

What has been published of the environmental plan: targets, indicators with figures, assessments and reports, as open data. No key is needed. Numbers are texts with a decimal point, exactly as they were published. Everything carries its \`provenance\`; example values have \`illustrative\`, and then \`notice\` says so. A version of a publication never changes.`;

const LIMITATIONS = `Begränsningar: texter är på planens språk; bara den senaste publikationens områden, mål och indikatorer har egna adresser, äldre finns i sina versioner; sökning och filtrering saknas. Limitations: texts are in the language of the plan; only areas, targets and indicators of the latest publication have addresses of their own, earlier ones are in their versions; there is no search and no filter.`;

const problem = (status: number, description: string): object => {
  const { type, retryAfter, ...said } = openDataProblem({ status });
  const value = { type: `/problems/${type}`, ...said, instance: `${OPEN_DATA_ROOT}/targets/r1` };
  const headers = retryAfter === undefined ? {} : { headers: { 'Retry-After': header('Seconds.') } };
  const content = { schema: reference('Problem'), examples: { example: { value } } };
  return { description, ...headers, content: { 'application/problem+json': content } };
};
const reference = (name: SchemaName): object => ({ $ref: `#/components/schemas/${name}` });
const header = (description: string): object => ({ description, schema: { type: 'string' } });

/** The open data as OpenAPI 3.1: addresses from the table that is served, shapes from the schemas, examples answered. */
export function describeOpenData(source: OpenDataSource): object {
  const { origin, license, site } = source;
  const example = exampleSource({ origin, license });
  const about = `${origin}/oppna-data`;
  const plan = site?.latest.report.plan;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Målspår: öppna data / open data',
      version: OPEN_DATA_VERSION.apiVersion,
      summary: 'Published figures and reports of an environmental plan',
      description: `${DESCRIPTION}\n\n${LIMITATIONS}`,
      termsOfService: about,
      contact: { name: plan?.organisation ?? 'Målspår', url: about, ...(plan ? { email: plan.contact } : {}) },
      ...(license ? { license } : {}),
      'x-sla': {
        availability:
          'No level is promised. What is published is answered from memory, also while the database is down.',
        responseTime: 'No level is promised.',
        support: 'By mail to the contact, in office hours.',
      },
      'x-limitations': LIMITATIONS,
    },
    externalDocs: { description: 'Öppna data: adresser, exempel och licens', url: about },
    servers: [{ url: origin + OPEN_DATA_ROOT }],
    // No key and no sign-in.
    security: [],
    tags: [
      { name: 'plan', description: 'Plan, areas, targets and indicators as the latest publication has them.' },
      { name: 'publications', description: 'What was published, version by version.' },
      { name: 'about', description: 'About the open data.' },
    ],
    paths: Object.fromEntries([
      ...RESOURCES.map((resource): [string, object] => [resource.path || '/', { get: operation(resource, example) }]),
      ['/openapi.json', { get: ownOperation() }],
    ]),
    components: { schemas: withExamples(jsonSchemas(), examplesOf(example)) },
  };
}

function operation(resource: Resource, example: OpenDataSource): object {
  const names = [...resource.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    operationId: resource.operationId,
    tags: [tagOf(resource.path)],
    summary: resource.summary,
    description: resource.description,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' }, ...PARAMETERS[name] })),
      ...(resource.kind === 'list' ? PAGING : []),
      ...HEADERS,
    ],
    responses: responses(resource.frozen, contentOf(resource, example), names.length > 0 || resource.path === '/plan'),
  };
}

function contentOf(resource: Resource, source: OpenDataSource): object {
  const canonical = ({ report }: PublishedVersion): string => canonicalOf(report).canonical;
  const at = { source, parameters: EXAMPLE_PARAMETERS, canonical };
  if (resource.kind === 'csv') {
    const made = resource.of(at);
    const value = new TextDecoder().decode(made?.csv);
    return { 'text/csv': { schema: { type: 'string' }, examples: { example: { value } } } };
  }
  const json = (name: SchemaName, value: unknown): object => ({
    'application/json': { schema: reference(name), examples: { example: { value } } },
  });
  switch (resource.kind) {
    case 'list': {
      const address = source.origin + OPEN_DATA_ROOT + filled(resource.path);
      return json(listOf(resource.schema), openListResponse(address, resource.of(at) ?? [], 1, 20));
    }
    case 'json-text':
      return json(resource.schema, JSON.parse(resource.of(at) ?? 'null'));
    case 'item':
      return json(resource.schema, resource.of(at));
  }
}

const filled = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLE_PARAMETERS[name] ?? '');

const tagOf = (path: string): string =>
  path === '' || path === '/api-info' ? 'about' : path.startsWith('/publications') ? 'publications' : 'plan';

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

const responses = (frozen: boolean, content: object, mayBeMissing: boolean): object => ({
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
  400: problem(400, 'The query holds something that this address does not take.'),
  ...(mayBeMissing ? { 404: problem(404, 'There is no such thing, or it is not published.') } : {}),
  405: problem(405, 'Only GET, HEAD and OPTIONS; `Allow` says so.'),
  406: problem(406, 'None of the encodings asked for is to be had.'),
  503: problem(503, 'The service has just started and cannot read what is published yet.'),
  default: problem(500, 'Something else went wrong.'),
});

const ownOperation = (): object => ({
  operationId: 'getDescription',
  tags: ['about'],
  summary: 'This description',
  parameters: HEADERS,
  description: 'OpenAPI 3.1, made from the schemas that answers are made by.',
  responses: responses(
    false,
    { 'application/json': { schema: { type: 'object' }, examples: { example: { value: { openapi: '3.1.0' } } } } },
    false,
  ),
});

const withExamples = (
  schemas: Readonly<Record<string, object>>,
  examples: Readonly<Record<SchemaName, unknown>>,
): Record<string, object> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, { ...schema, examples: [examples[name as SchemaName]] }]),
  );
