import { startApi, type TestApi } from './harness/api.js';

// The pages that may be framed are those of what is published: here nothing is, and so nothing may.
describe('framing', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it.each(
    [
      ['/', '/en', '/sok', '/kontrollera', '/badda-in', '/badda-in/mal/R1', '/en/badda-in/malomrade/lakemedel'],
      ['/badda-in/malspar.js', '/finns-inte', '/robots.txt', '/sitemap.xml', '/app/', '/app/rapporter', '/auth/login'],
      ['/api/v1/me', '/api/v1/publications', '/api/v1/nothing', '/api/v1/openapi.json', '/health/live', '/public/v1/x'],
      ['/api/badda-in/mal/R1', '/app/badda-in/mal/R1', '/badda-in/mal/R1/../../../app/'],
    ].flat(),
  )('%s refuses', async (path) => {
    const { headers } = await api.anybody().request('GET', path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toMatch(/^(DENY|SAMEORIGIN)$/);
  });
});
