import { randomUUID } from 'node:crypto';
import type { Report, ReportSummary } from '@malspar/reporting-model';
import { startApi, type TestApi } from './harness/api.js';
import { Cast } from './harness/cast.js';
import type { Call, Person } from './harness/person.js';
import type { Problem } from './harness/working.js';

/** Ways to write a path so that one part of a server may read it differently from another. */
const VARIANTS: Record<string, (path: string) => string> = {
  'an encoded letter': (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  'an encoded slash': (path) => path.replace(/\/(?=[^/]+$)/, '%2F'),
  'an encoded slash in the prefix': (path) => path.replace('/api/v1/', '/api%2fv1/'),
  'a double slash': (path) => path.replace(/\/(?=[^/]+$)/, '//'),
  'a double slash at the front': (path) => `/${path}`,
  'upper case': (path) => path.toUpperCase(),
  'upper case in the prefix': (path) => path.replace('/api/v1/', '/API/V1/'),
  'a trailing slash': (path) => `${path}/`,
  'an encoded trailing slash': (path) => `${path}%2f`,
  'a path parameter': (path) => `${path};x=1`,
  'a path parameter in the prefix': (path) => path.replace('/api/', '/api;x/'),
  'a null byte': (path) => `${path}%00`,
  'a null byte and an extension': (path) => `${path}%00.json`,
  'an extension': (path) => `${path}.json`,
  'a dot segment': (path) => path.replace(/\/(?=[^/]+$)/, '/./'),
  'an encoded dot segment': (path) => path.replace(/\/(?=[^/]+$)/, '/%2e/'),
  'up and down again': (path) => path.replace('/api/v1/', '/api/v1/plan/../'),
  'up and down again, encoded': (path) => path.replace('/api/v1/', '/api/v1/plan/%2e%2e/'),
  'up and down again, encoded twice': (path) => path.replace('/api/v1/', '/api/v1/plan/%252e%252e/'),
  'up from what is open to all': (path) => `/health/live/..${path}`,
  'up from what is open to all, encoded': (path) => `/health/live/%2e%2e/%2e%2e${path}`,
  'up from the pages': (path) => `/app/..%2f${path.slice(1)}`,
  'dots of another alphabet': (path) => path.replace('/api/v1/', `/api/v1/plan/${encodeURIComponent('．．')}/`),
  'an overlong dot': (path) => path.replace('/api/v1/', '/api/v1/plan/%c0%ae%c0%ae/'),
  'a broken encoding': (path) => `${path}%`,
  'a backslash': (path) => path.replace(/\/(?=[^/]+$)/, '\\'),
  'an encoded backslash': (path) => path.replace(/\/(?=[^/]+$)/, '%5c'),
  'a tab': (path) => `${path}%09`,
  'a space': (path) => `${path}%20`,
  'a fragment': (path) => `${path}%23`,
  'an absolute address': (path) => `http://localhost${path}`,
};

const OURS = ['{"type":"/problems', '<!DOCTYPE html><ht'];

describe('a path written in another way', () => {
  let api: TestApi;
  let cast: Cast;
  let draft: ReportSummary;
  let target: string;
  let people: Record<string, Person>;
  beforeAll(async () => {
    api = await startApi();
    cast = await Cast.of(api);
    draft = await cast.report('draft');
    target = cast.plan.focusAreas[0]!.targets[0]!.code;
    const stranger = cast.keysOf('owner').find((key) => !cast.isTiedTo(key, draft.focusArea.id))!;
    people = {
      anonymous: api.anybody(),
      viewer: await api.person('viewer'),
      stranger: await api.person(stranger),
      owner: await cast.owner(draft),
    };
  });
  afterAll(() => api.stop());

  const call: Call = { body: { explanation: 'Skrivet på en omväg.', verdict: 'not' }, headers: { 'if-match': '"1"' } };
  const requests = (): [string, string, Call?][] => [
    ['GET', '/api/v1/people'],
    ['GET', '/api/v1/audit'],
    ['GET', `/api/v1/reports/${draft.id}`],
    ['GET', `/api/v1/reports/${draft.id}/comments`],
    ['GET', `/api/v1/targets/${target}`],
    ['PUT', `/api/v1/reports/${draft.id}/verdict`, call],
    ['POST', '/api/v1/assignments', { body: {} }],
  ];

  it.each(Object.entries(VARIANTS))('gives no more than the plain one: %s', async (_, variant) => {
    for (const [method, path, rest] of requests()) {
      for (const [who, person] of Object.entries(people)) {
        // An owner who writes is let in: what counts is that nobody else is.
        if (who === 'owner' && method === 'PUT') continue;
        const plain = await person.raw(method, path, rest);
        const other = await person.raw(method, variant(path), rest);
        const told = `${method} ${variant(path)} as ${who}: ${other.status}`;
        expect([told, other.status < 500]).toEqual([told, true]);
        // A problem of ours or the public site's own page, never one of the framework's.
        if (other.status >= 400) expect(OURS).toContain(other.body.slice(0, 18));
        // The same as the plain path gives, or nothing at all.
        if (other.status >= 200 && other.status < 300) expect([told, plain.status]).toEqual([told, other.status]);
        else expect([told, other.status >= 400]).toEqual([told, true]);
      }
    }
  });

  it.each(Object.entries(VARIANTS))('lets no other site write: %s', async (_, variant) => {
    const before = await people['owner']!.read<Report>(`reports/${draft.id}`);
    const headers = { ...call.headers, origin: 'https://evil.example', 'if-match': `"${before.verdictVersion}"` };
    const response = await people['owner']!.raw('PUT', variant(`/api/v1/reports/${draft.id}/verdict`), {
      ...call,
      headers,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await people['owner']!.read<Report>(`reports/${draft.id}`)).verdictContent).toEqual(before.verdictContent);
  });

  it('does not tell a report that one may not know of from one that is not there', async () => {
    const told = async (id: string) => {
      const { status, body } = await people['stranger']!.api<Problem & { instance?: string }>('GET', `reports/${id}`);
      return { ...body, status, instance: undefined };
    };
    const theirs = await told(draft.id);
    expect(theirs).toEqual(await told(randomUUID()));
    expect(theirs.status).toBe(404);
  });
});
