import { Problem } from '@malspar/shared-model';
import { OpenApiInfo, OpenIndex, OpenLicense, OpenLink, OpenWords, siteOf } from '@malspar/site-model';
import * as z from 'zod';
import { addressesIn, describeOpenData, OpenDataServer, ORIGIN, PublishedTable } from '@malspar/site-api/testing';
import { rowOf, sampleReport } from '../testing/published-rows.js';
import { reportResources } from './open-data-resources.js';
import { reportSchemas } from './open-data-schemas.js';
import { reportWithData } from './report-open-data.js';

/** The schemas that answers are made by, by the name that the description has for them. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(reportSchemas).map(([name, { schema }]) => [name, schema])),
  ...{ ApiInfo: OpenApiInfo, Index: OpenIndex, License: OpenLicense, Link: OpenLink, Problem, Words: OpenWords },
};
const schemaOf = (name: string): z.ZodType => {
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`No schema is called ${name}`);
  return schema;
};

type Json = z.core.JSONSchema.JSONSchema;
interface Content {
  readonly schema: { readonly $ref?: string };
  readonly examples: { readonly example: { readonly value: unknown } };
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly { name: string; in: string; schema: { default?: number }; example?: unknown }[];
  readonly requestBody?: object;
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, Content> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: Record<string, unknown>;
  readonly servers: { readonly url: string }[];
  readonly paths: Record<string, { readonly get: Operation }>;
  readonly components: { readonly schemas: Record<string, Json & { examples: unknown[] }> };
}

const COMPONENT = '#/components/schemas/';

/** Reads values by the description alone, as somebody elsewhere would: it knows none of our own schemas. */
function readerOf(description: Description): (name: string) => z.ZodType {
  const text = JSON.stringify(description.components.schemas).replaceAll(COMPONENT, '#/$defs/');
  const $defs = JSON.parse(text) as Record<string, Json>;
  const readers = new Map<string, z.ZodType>();
  return (name) => {
    const reader = readers.get(name) ?? z.fromJSONSchema({ $defs, $ref: `#/$defs/${name}` });
    readers.set(name, reader);
    return reader;
  };
}

describe('the description of the open data', () => {
  const published = new PublishedTable([
    rowOf(sampleReport('2023')),
    rowOf(sampleReport('2024-Q3', { gaps: [{ areaSlug: 'energi', period: '2024-Q3', reason: 'Mätarna byttes.' }] })),
  ]);
  let server: OpenDataServer;
  let description: Description;
  let reader: (name: string) => z.ZodType;
  let operations: [path: string, operation: Operation][];
  beforeAll(async () => {
    server = await OpenDataServer.on(published, [reportWithData]);
    description = await server.json<Description>('/public/v1/openapi.json');
    reader = readerOf(description);
    operations = Object.entries(description.paths).map(([path, { get }]) => [path, get]);
  });
  afterAll(() => server.end());

  const faultsOf = (schema: z.ZodType, value: unknown): string[] =>
    schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  it('has the addresses that are served, and itself', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.servers).toEqual([{ url: `${ORIGIN}/public/v1` }]);
    expect(operations.map(([path]) => path)).toEqual([
      '/',
      '/api-info',
      ...reportResources.map(({ path }) => path),
      '/openapi.json',
    ]);
  });

  it('describes each operation in words, with an example and every error as a problem', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, { summary, description: words, responses, requestBody, parameters = [] }] of operations) {
      expect([path, Boolean(summary && words), requestBody]).toEqual([path, true, undefined]);
      for (const [status, response] of Object.entries(responses)) {
        expect([path, status, response.description]).toEqual([path, status, expect.stringMatching(/\S/)]);
        const types = Object.keys(response.content ?? {});
        if (status !== 'default' && Number(status) < 400) continue;
        expect([path, status, types]).toEqual([path, status, ['application/problem+json']]);
        const value = response.content?.['application/problem+json']?.examples.example.value;
        expect(faultsOf(reader('Problem'), value)).toEqual([]);
        if (status !== 'default') expect(value).toMatchObject({ status: Number(status) });
      }
      const [content] = Object.values(responses['200']?.content ?? {});
      expect([path, content?.examples.example.value]).toEqual([path, expect.anything()]);
      expect(parameters.map(({ name }) => name)).toContain('traceparent');
      for (const { name, in: place, example } of parameters) {
        if (place === 'path') expect([path, name, example]).toEqual([path, name, expect.anything()]);
      }
    }
  });

  it('gives examples that are what it says they are', () => {
    for (const [path, { responses }] of operations) {
      const content = responses['200']?.content?.['application/json'];
      const name = content?.schema.$ref?.replace(COMPONENT, '');
      if (!name) continue;
      expect([path, faultsOf(reader(name), content?.examples.example.value)]).toEqual([path, []]);
      expect([path, faultsOf(schemaOf(name), content?.examples.example.value)]).toEqual([path, []]);
    }
    for (const [name, { examples, description: words }] of Object.entries(description.components.schemas)) {
      expect([name, words]).toEqual([name, expect.stringMatching(/\S/)]);
      expect([name, examples.flatMap((example) => faultsOf(reader(name), example))]).toEqual([name, []]);
      expect([name, examples.flatMap((example) => faultsOf(schemaOf(name), example))]).toEqual([name, []]);
      expect(examples).toEqual([expect.anything()]);
    }
  });

  it('is true of every real answer', async () => {
    const seen = new Set<string>();
    const waiting = [`${ORIGIN}/public/v1`];
    const read = new Map<string, number>();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const path = next.replace(/\?.*/, '').replace(`${ORIGIN}/public/v1`, '');
      if (seen.has(path)) continue;
      seen.add(path);
      const { headers, body } = await server.ask(next);
      if (path === '/openapi.json' || !headers['content-type']?.startsWith('application/json')) continue;
      const value: unknown = JSON.parse(body.toString());
      waiting.push(...addressesIn(body.toString()));
      const [, operation] = operations.find(([template]) => matches(template, path || '/')) ?? [];
      const name = operation?.responses['200']?.content?.['application/json']?.schema.$ref?.replace(COMPONENT, '');
      expect([path, name]).toEqual([path, expect.any(String)]);
      expect([path, faultsOf(reader(name!), value)]).toEqual([path, []]);
      // Its own schemas are strict: what slips in beside the described fields is found here.
      expect([path, faultsOf(schemaOf(name!), value)]).toEqual([path, []]);
      read.set(name!, (read.get(name!) ?? 0) + 1);
    }
    expect([...read.keys()].sort()).toEqual(
      [
        ...['ApiInfo', 'Area', 'AreaList', 'Index', 'Indicator', 'IndicatorList', 'Plan', 'Publication'],
        ...['PublicationList', 'Report', 'Series', 'Target', 'TargetList', 'Version', 'VersionSummaryList'],
      ].sort(),
    );
  });

  it('would find an answer that it is not true of', async () => {
    const target = await server.json<Record<string, unknown>>('/public/v1/targets/r1');
    const faults = (change: object): number => faultsOf(reader('Target'), { ...target, ...change }).length;
    expect(faults({})).toBe(0);
    for (const change of [{ targetYear: '2025' }, { targetValue: 45 }, { provenance: 'guessed' }, { links: [{}] }]) {
      expect(faults(change)).toBeGreaterThan(0);
    }
    const { code, ...codeless } = target;
    expect([code, faultsOf(reader('Target'), codeless).length > 0]).toEqual(['R1', true]);
  });

  it('writes addresses and fields as the national profile wants them', () => {
    for (const [path, { parameters = [] }] of operations) {
      expect(path.replace(/\{[a-z]+\}/g, 'x')).toMatch(/^[a-z0-9./-]+$/);
      const query = parameters.filter((parameter) => parameter.in === 'query');
      if (query.length === 0) continue;
      expect(query.map(({ name, schema }) => [name, schema.default])).toEqual([
        ['page', 1],
        ['limit', 20],
      ]);
    }
    const { Report: frozen, ...others } = description.components.schemas;
    expect(frozen).toBeDefined();
    for (const [name, lists] of fieldsOf(others)) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      if (lists) expect(name).toMatch(/s$/);
    }
    expect(description.info).toMatchObject({ 'x-sla': expect.anything() as object, 'x-limitations': /\S/ });
  });

  it('names the licence and the contact when they are known', () => {
    const license = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
    const published = reportWithData.openData!.example();
    const site = siteOf([{ kind: reportWithData, published }]);
    const { info } = describeOpenData({ origin: ORIGIN, license }, [reportWithData], site) as Description;
    expect(info).toMatchObject({ license, contact: { name: 'Exempelmyndigheten', email: 'miljo@example.org' } });
  });
});

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

/** Every named field of every schema, and whether it is a list. */
function fieldsOf(value: unknown): [name: string, isList: boolean][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]): [string, boolean][] => {
    if (key === 'examples') return [];
    if (key !== 'properties') return fieldsOf(part);
    const fields = Object.entries(part as Record<string, Json>);
    return fields.flatMap(([name, field]) => [[name, field.type === 'array'], ...fieldsOf(field)]);
  });
}
