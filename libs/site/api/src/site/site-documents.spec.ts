import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@malspar/shared-api';
import { defaultStatement, type PublicPage } from '@malspar/site-model';
import express from 'express';
import { Additions, samplePdf, sha256Of } from '../testing/additions.js';
import { PublicSiteRouter } from './public-site.router.js';
import { PublicSiteService } from './public-site.service.js';
import { ShownKinds } from './shown-kinds.js';
import { SiteRendering } from './site-rendering.js';

describe('documents on the public site', () => {
  const added = new Additions();
  const [first, second] = [samplePdf('ett'), samplePdf('två')];
  const rendered: PublicPage[] = [];
  const nothing = {
    fingerprint: () => Promise.resolve('0'),
    versions: () => Promise.resolve([]),
    pages: () => Promise.resolve([]),
    assets: () => Promise.resolve([]),
    keepPacking: () => Promise.resolve(),
    file: () => Promise.resolve(null),
  };
  let server: Server;
  let site: PublicSiteService;

  beforeAll(async () => {
    const renderPage = (page: PublicPage) => {
      rendered.push(page);
      return Promise.resolve(`<!doctype html><title>${page.kind}</title>`);
    };
    const renderer = {
      renderPage,
      renderOvertaken: () => Promise.resolve('<aside>overtaken</aside>'),
      searchableWords: () => ({ terms: [], pages: [] }),
    };
    const options = { origin: 'https://exempel.se', renderer: () => Promise.resolve(renderer) };
    const rendering = new SiteRendering(options);
    site = new PublicSiteService(
      { read: {} } as Database,
      nothing,
      rendering,
      options,
      added.service(),
      new ShownKinds(),
    );
    const app = express();
    app.use(new PublicSiteRouter(site).handler);
    await new Promise<void>((listening) => {
      server = app.listen(0, '127.0.0.1', () => listening());
    });
  });
  afterAll(() => {
    site.onModuleDestroy();
    server.close();
  });

  const get = (path: string, init: RequestInit = {}) => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });
  };
  const pathOf = (slug: string, bytes: Buffer): string => `/dokument/${slug}-${sha256Of(bytes).slice(0, 12)}.pdf`;

  it('are given as they are, named, never without asking whether they are still there, and may do nothing but be looked at', async () => {
    added.files.push({ slug: 'miljoplan', bytes: first });
    await site.refresh();
    const reply = await get(pathOf('miljoplan', first));
    expect([reply.status, Buffer.from(await reply.arrayBuffer()).equals(first)]).toEqual([200, true]);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="miljoplan.pdf"',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = reply.headers.get('content-security-policy') ?? '';
    for (const rule of ['sandbox', "default-src 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
    const etag = reply.headers.get('etag') ?? '';
    // What fetch adds by itself would ask for the whole file whatever the tag.
    const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await get(pathOf('miljoplan', first), { headers })).status).toBe(304);
    const head = await get(pathOf('miljoplan', first), { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual([String(first.length), '']);
  });

  it('stand on the first page, with the day when the list last changed', async () => {
    await get('/');
    const page = rendered.findLast(({ kind }) => kind === 'nothing-yet');
    expect(page).toMatchObject({
      documents: [{ slug: 'miljoplan', bytes: first.length, sha256: sha256Of(first) }],
      changedOn: { date: '2027-02-03' },
    });
  });

  it('have an address that leads to the newest file; the old one stays where it was', async () => {
    added.files.push({ slug: 'miljoplan', bytes: second });
    await site.refresh();
    const moved = await get('/dokument/miljoplan');
    expect([moved.status, moved.headers.get('location')]).toEqual([302, pathOf('miljoplan', second)]);
    expect(moved.headers.get('cache-control')).toBe('no-cache');
    const old = await get(pathOf('miljoplan', first));
    expect(Buffer.from(await old.arrayBuffer()).equals(first)).toBe(true);
  });

  it('are read once, and given with the database stopped', async () => {
    const before = added.read;
    added.stopped = true;
    for (const path of [pathOf('miljoplan', second), pathOf('miljoplan', first), '/dokument/miljoplan']) {
      expect((await get(path)).status).toBeLessThan(400);
    }
    expect(added.read).toBe(before);
    added.stopped = false;
  });

  it.each([
    '/dokument/',
    '/dokument/finns-inte',
    '/dokument/miljoplan-000000000000.pdf',
    '/dokument/..%2f..%2fetc%2fpasswd',
    '/dokument/miljoplan.pdf',
    '/dokument/miljoplan-%00.pdf',
    '/dokument/__proto__',
  ])('are not at %s', async (path) => {
    const reply = await get(path);
    expect(reply.status === 404 || reply.headers.get('location') === '/dokument').toBe(true);
  });

  it('are no longer given when they are withdrawn', async () => {
    added.withdrawn.add('miljoplan');
    await site.refresh();
    for (const path of [pathOf('miljoplan', second), pathOf('miljoplan', first), '/dokument/miljoplan']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('leave the statement to be what comes with the system until one is saved; then it is that', async () => {
    const shown = async () => {
      await get('/tillganglighet');
      const page = rendered.findLast(({ kind }) => kind === 'accessibility');
      return page?.kind === 'accessibility' ? page.statement : null;
    };
    expect(await shown()).toMatchObject({ version: 0, organisation: 'Kommunen', contact: 'miljo@exempel.se' });
    const statement = { ...defaultStatement, conformance: 'none' as const, contact: 'hjalp@exempel.se' };
    added.statement = { version: 1, statement, savedAt: '2027-03-04T23:30:00.000Z', savedBy: 'Ada' };
    await site.refresh();
    expect(await shown()).toMatchObject({ version: 1, updatedOn: '2027-03-05', contact: 'hjalp@exempel.se' });
  });
});
