import { startApi, type TestApi } from './harness/api.js';

describe('the public site before anything has been published', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('has a first page, from which those who report find their way in', async () => {
    const { status, body } = await api.anybody().request<string>('GET', '/');
    expect(status).toBe(200);
    expect(body).toContain('<a href="/app/"');
  });

  it.each(['/rapporter/2024', '/mal/R1', '/en/plan'])(
    'says that %s is not there, and cannot be framed',
    async (path) => {
      const { status, headers } = await api.anybody().request('GET', path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('text/html');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  it.each(['/', '/plan', '/robots.txt'])(
    'answers %s with the same headers and bytes whether it goes the short way or through everything',
    async (path) => {
      const ask = async (encoding: string) => {
        const { status, headers, body } = await api
          .anybody()
          .request<string>('GET', path, { headers: { 'accept-encoding': encoding } });
        return { status, body, headers: Object.fromEntries([...headers].filter(([name]) => name !== 'date')) };
      };
      const through = await ask('br;q=1');
      const short = await ask('br');
      expect(short).toEqual(through);
      expect(short.headers['content-security-policy']).toContain("default-src 'none'");
      expect(short.headers['x-content-type-options']).toBe('nosniff');
    },
  );
});
