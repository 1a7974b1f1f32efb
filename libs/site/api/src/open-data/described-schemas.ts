import { NotFound } from '@malspar/shared-api';
import { Problem } from '@malspar/shared-model';
import {
  type KindData,
  OPEN_DATA_ROOT,
  OpenApiInfo,
  openApiInfo,
  type OpenDataTerms,
  OpenIndex,
  openIndex,
  OpenLicense,
  openLink,
  OpenLink,
  type OpenSchema,
  OpenWords,
  type PublicSite,
} from '@malspar/site-model';
import * as z from 'zod';
import { openDataProblem } from './open-data-problem.js';

/** A shape with a name of its own in the description, and an example of it. */
export interface DescribedSchema extends OpenSchema {
  readonly example: unknown;
}

/** Every shape, by name, in the order of their names. Throws when two kinds have a shape of one name. */
export function describedSchemas(
  terms: OpenDataTerms,
  kinds: readonly KindData[],
  example: PublicSite | null,
): [name: string, schema: DescribedSchema][] {
  const named = kinds.map(({ data, published }) => ({
    schemas: data.schemas,
    examples: data.examples({ ...terms, published, parameters: {} }),
  }));
  const own = Object.entries(siteSchemas(terms, kinds, example)).map(([name, described]): [string, DescribedSchema] => [
    name,
    { ...described, example: named.find(({ examples }) => name in examples)?.examples[name] ?? described.example },
  ]);
  const theirs = named.flatMap(({ schemas, examples }) =>
    Object.entries(schemas).map(([name, schema]): [string, DescribedSchema] => [
      name,
      { ...schema, example: examples[name] },
    ]),
  );
  const all = [...own, ...theirs].sort(([a], [b]) => (a < b ? -1 : 1));
  const twice = all.find(([name], at) => all[at + 1]?.[0] === name);
  if (twice) throw new Error(`Two shapes of the open data are called ${twice[0]}`);
  return all;
}

/** What is the site's own, whatever is published. */
function siteSchemas(
  terms: OpenDataTerms,
  kinds: readonly KindData[],
  example: PublicSite | null,
): Record<string, DescribedSchema> {
  const { type, ...problem } = openDataProblem(new NotFound());
  const index = openIndex(terms, kinds);
  const instance = kinds[0]?.data.examplePaths.missing ?? `${OPEN_DATA_ROOT}/saknas`;
  return {
    ApiInfo: { schema: OpenApiInfo, example: openApiInfo(terms, example) },
    Index: { schema: OpenIndex, example: index },
    License: {
      schema: OpenLicense,
      example: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    },
    Link: { schema: OpenLink, example: openLink(terms, 'self', OPEN_DATA_ROOT) },
    Problem: {
      schema: Problem,
      description: 'Why there is no answer (RFC 9457).',
      example: { type: `/problems/${type}`, ...problem, instance },
    },
    Words: { schema: OpenWords, example: index.title },
  };
}

/** The name of the shape of a page of something. */
export const listOf = (name: string): string => `${name}List`;

/** All of them as JSON Schema (2020-12), each described, with its example, and referring to the others by name. */
export function jsonSchemas(described: readonly [string, DescribedSchema][]): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of described) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'output',
    uri: (id) => `#/components/schemas/${id}`,
    // A later release may say more; whoever reads must not be surprised.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      // That a number is one that JavaScript can count with goes without saying.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const about = new Map(described);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const own = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema');
      const { description, example } = about.get(name) ?? { description: undefined, example: undefined };
      return [name, { description, ...Object.fromEntries(own), examples: [example] }];
    }),
  );
}
