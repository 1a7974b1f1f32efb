import { Problem } from '@malspar/shared-model';
import { DeclaredRoutes } from '@malspar/shared-api';
import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import {
  ApiResponse,
  DocumentBuilder,
  type OpenAPIObject,
  type StandardSchemaConverter,
  SwaggerModule,
} from '@nestjs/swagger';
import * as z from 'zod';

// Where Nest keeps what @SerializeOptions and @HttpCode say of a handler.
const SERIALIZER_OPTIONS = 'class_serializer:options';
const HTTP_CODE = '__httpCode__';
const METHOD = 'method';
const CREATED_BY_DEFAULT = 1;

const DESCRIPTION = `JSON for the internal application, with its session cookie. Errors are RFC 9457
\`application/problem+json\`. Drafts and assignments are changed with \`If-Match\`, a report's transitions are taken with
an \`Idempotency-Key\`; without them the response is 428. \`x-permission\` names what a route demands.`;

/** Transformed texts have no JSON Schema of their own: what goes in and what comes out are both described as texts. */
const convert: StandardSchemaConverter = (schema, { schemaType }) => ({
  schema: jsonSchemaOf(schema as z.ZodType, schemaType),
});

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const described = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any', reused: 'inline' });
  return Object.fromEntries(Object.entries(described).filter(([key]) => !key.startsWith('$') && key !== '~standard'));
}

/** Describes the whole HTTP surface from the schemas that the routes validate and answer with. */
export function describeApi(app: INestApplication): OpenAPIObject {
  describeResponses(app);
  const frame = new DocumentBuilder().setTitle('Målspår').setDescription(DESCRIPTION).setVersion('1').build();
  const document = SwaggerModule.createDocument(app, frame, { standardSchemaConverter: convert });
  const permissions = new Map<string, string>(
    app
      .get(DeclaredRoutes)
      .all()
      .map((route) => [`${route.method} ${route.path}`, route.permission]),
  );
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations as Record<string, Operation>)) {
      const declared = path.replace(/^\/(api\/v1\/)?/, '').replace(/\{(\w+)\}/g, ':$1');
      operation['x-permission'] = permissions.get(`${method.toUpperCase()} ${declared}`);
      operation.responses['default'] = {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: jsonSchemaOf(Problem, 'output') },
  };
  return document;
}

interface Operation {
  responses: Record<string, object>;
  'x-permission'?: string;
}

/** Tells the describer of each response's schema, which Nest's serializer already knows. */
function describeResponses(app: INestApplication): void {
  const scanner = new MetadataScanner();
  for (const { instance } of app.get(DiscoveryService).getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name] as () => unknown;
      const { schema } = (Reflect.getMetadata(SERIALIZER_OPTIONS, handler) ?? {}) as { schema?: z.ZodType };
      if (!schema) continue;
      const created = Reflect.getMetadata(METHOD, handler) === CREATED_BY_DEFAULT;
      const status = (Reflect.getMetadata(HTTP_CODE, handler) as number | undefined) ?? (created ? 201 : 200);
      ApiResponse({ status, description: '', schema: jsonSchemaOf(schema, 'output') })(
        prototype,
        name,
        Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>,
      );
    }
  }
}
