import { startApi, type TestApi } from './harness/api.js';

// The pages that may be framed are those of what is published, and the sentence that stands in their place: here nothing
// is published.
describe('framing', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it.each(
    [
      ['/', '/en', '/sok', '/kontrollera', '/badda-in', '/badda-in/finns-inte', '/en/badda-in/mal'],
      ['/badda-in/malspar.js', '/finns-inte', '/robots.txt', '/sitemap.xml', '/app/', '/app/rapporter', '/auth/login'],
      ['/api/v1/me', '/api/v1/publications', '/api/v1/nothing', '/api/v1/openapi.json', '/health/live', '/public/v1/x'],
      ['/api/badda-in/mal/R1', '/app/badda-in/mal/R1', '/badda-in/mal/R1/../../../app/'],
    ].flat(),
  )('%s refuses', async (path) => {
    const { headers } = await api.anybody().request('GET', path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toMatch(/^(DENY|SAMEORIGIN)$/);
  });

  it.each([
    ['/badda-in/mal/R1', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/malomrade/inte-har', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/rapport/2020-Q1', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/mal/%E0%A4%A', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/mal/%00', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/mal/R1/och/mer', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/mal/R1%2F..%2F..', 'Det som skulle visas här finns inte', 'sv'],
    ['/badda-in/v2/malspar', 'Det som skulle visas här finns inte', 'sv'],
    ['/en/badda-in/malomrade/lakemedel', 'What was to be shown here is not there', 'en'],
    ['/en/badda-in/mal/%E0%A4%A', 'What was to be shown here is not there', 'en'],
    ['/en/badda-in/mal/R1/and/more', 'What was to be shown here is not there', 'en'],
    ['/en/badda-in/rapport/2020-Q1', 'What was to be shown here is not there', 'en'],
  ])('%s says in the frame that it is not there', async (path, sentence, language) => {
    const { status, headers, body } = await api.anybody().request<string>('GET', path);
    expect(status).toBe(404);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain(`<html lang="${language}"`);
    expect(body).toContain(sentence);
  });
});
