import { DeclaredRoutes } from '@malspar/shared-api';
import { uncleanTexts } from '@malspar/shared-testing';
import { startApi, type TestApi } from './harness/api.js';
import { requestSchemas } from './harness/request-schemas.js';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly 'x-permission'?: string;
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

describe('the description of the API', () => {
  let api: TestApi;
  let description: Description;
  beforeAll(async () => {
    api = await startApi();
    description = await api.anybody().read<Description>('openapi.json');
  });
  afterAll(() => api.stop());

  const described = (): string[] =>
    Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]) => `${method.toUpperCase()} ${path} ${operation['x-permission']}`,
      ),
    );

  it('holds every route with the permission it demands, and no other', () => {
    const outside = /^(auth|health)\//;
    const declared = api.app
      .get(DeclaredRoutes)
      .all()
      .map(({ method, path, permission }) => {
        const written = `/${path.replace(/:(\w+)/g, '{$1}')}`;
        return `${method} ${outside.test(path) ? '' : '/api/v1'}${written} ${permission}`;
      });
    expect(described().sort()).toEqual(declared.sort());
  });

  it('says what is taken and what is given, by the schemas in use', () => {
    const write = description.paths['/api/v1/reports/{id}/entries/{targetCode}']!['put']!;
    expect(write.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { values: { type: 'array', maxItems: 12 }, measure: expect.anything() as unknown },
    });
    expect(write.responses['200']?.content?.['application/json']?.schema).toMatchObject({
      properties: { version: { type: 'integer' }, checks: { type: 'array' } },
    });
    expect(Object.keys(write.responses['default']?.content ?? {})).toEqual(['application/problem+json']);
  });

  it('takes no text from anybody that is not cleaned on its way in', () => {
    const schemas = requestSchemas(api.app);
    expect(schemas.map(({ route }) => route)).toContain('DraftController.writeVerdict body');
    expect(schemas.flatMap(({ route, schema }) => uncleanTexts(schema).map((path) => `${route} ${path}`))).toEqual([]);
  });

  it('says of every route what it does', () => {
    const operations = Object.values(description.paths).flatMap((each) => Object.values(each));
    expect(operations.filter(({ summary, description: said }) => !summary || !said)).toEqual([]);
  });

  it('says that a document is sent as it is', () => {
    const upload = description.paths['/api/v1/site/documents']!['post']!;
    expect(upload.requestBody?.content).toEqual({
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
    });
  });

  it('has a response of its own for each thing that is created', () => {
    const create = description.paths['/api/v1/assignments']!['post']!;
    expect(Object.keys(create.responses)).toEqual(['201', 'default']);
  });

  it('is JSON alone, under the same strict headers as everything else', async () => {
    const response = await api.anybody().api('GET', 'openapi.json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await api.anybody().request('GET', '/api/v1/openapi')).status).toBe(404);
  });
});
