import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublicationWorld } from '@malspar/environmental-report-api/testing';
import { sha256Hex } from '@malspar/shared-api';
import { PdfPrinter } from '@malspar/print-api';
import { PublicationBlocked, PublicationService } from '@malspar/publication-api';
import { PublicationDraft, type PublicationNote, type PublicationReceipt } from '@malspar/publication-model';
import type { Principal } from '@malspar/shared-model';
import { livePages, openDataHandler, PublicSiteRouter, PublicSiteService, SiteModule } from '@malspar/site-api';
import { CycleCount } from '@malspar/site-api/testing';
import { askingPages } from '@malspar/site-model';
import express from 'express';
import { publicPages } from './public-pages.js';
import { Counting, MadeUpModule } from './testing/made-up-domain.js';

const KIND = { contentKind: 'cycle-count' };
const site = SiteModule.with({ origin: 'https://exempel.se', renderer: publicPages });

describe('a made-up kind of publication, by registering it alone,', () => {
  let world: PublicationWorld;
  let who: Principal;
  let server: Server;
  let first: PublicationReceipt;
  let blockers: readonly PublicationNote[];
  const printer = new PdfPrinter();

  const publications = (): PublicationService => world.publications;
  const counting = (): Counting => world.module.get(Counting, { strict: false });
  const publish = (version: number, correctionReason: string | null = null): Promise<PublicationReceipt> =>
    publications().publish(
      who,
      '2027',
      randomUUID(),
      world.request('2027', version, { ...KIND, correctionReason }),
      printer,
    );
  const ask = async (path: string): Promise<{ status: number; text: string; bytes: Uint8Array }> => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, text: new TextDecoder().decode(bytes), bytes };
  };
  const frozen = async (version: number): Promise<{ form: string; language: string; content: Buffer }[]> =>
    world.sql(
      'app',
      `SELECT g.form, g.language, g.content FROM publication p JOIN publication_page g ON g.publication_id = p.id
       WHERE p.content_kind = 'cycle-count' AND p.plan_id IS NULL AND g.number = ${version} ORDER BY g.form, g.language`,
    );

  beforeAll(async () => {
    world = await PublicationWorld.create('exempel-tertial', '2028-06-10', { pages: site, modules: [MadeUpModule] });
    who = (await world.cast()).coordinator;
    await publications().publish(who, '2027-T1', randomUUID(), world.request('2027-T1'), printer);
    const service = world.module.get(PublicSiteService, { strict: false });
    const app = express();
    app.use(openDataHandler(service));
    for (const handler of livePages(service)) app.use(handler);
    app.use(new PublicSiteRouter(service).handler);
    await new Promise<void>((listening) => {
      server = app.listen(0, '127.0.0.1', () => listening());
    });
    await expect(publish(1)).rejects.toBeInstanceOf(PublicationBlocked);
    blockers = (await publications().preview('2027', PublicationDraft.parse(KIND))).blockers;
    counting().state = 'checked';
    first = await publish(1);
  });
  afterAll(async () => {
    printer.close();
    await new Promise((closed) => server.close(closed));
    await world.end();
  });

  it('is composed and frozen as its own JSON, which its schema reads', async () => {
    const content = CycleCount.parse(await publications().content('2027', 1, 'cycle-count'));
    expect(content).toMatchObject({ version: 1, correction: null, ...counting().said });
    const listed = (await publications().list()).map(({ contentKind, period }) => [contentKind, period]);
    expect(listed).toEqual([
      ['environmental-report', '2027-T1'],
      ['cycle-count', '2027'],
    ]);
    const own = (await publications().list()).find(({ contentKind }) => contentKind === 'cycle-count');
    expect(own?.versions.map(({ files }) => files.map(({ table }) => table))).toEqual([
      [undefined, undefined, 'counts', 'counts', undefined, undefined],
    ]);
    await expect(publications().canonical('2027', 1)).rejects.toThrow();
    expect(await publications().listKinds()).toMatchObject([
      { contentKind: 'environmental-report', isUsual: true, root: 'rapporter' },
      { contentKind: 'cycle-count', isUsual: false, root: 'cyklister', periods: ['2027'] },
    ]);
  });

  it('says in its own words what stands in its way', () => {
    expect(blockers).toMatchObject([
      {
        code: 'not_checked',
        text: { sv: 'Räkningen är inte kontrollerad.', en: 'The counting has not been checked.' },
      },
    ]);
  });

  it('is printed', () => {
    expect(first.files.map(({ name }) => name)).toEqual([
      'cyklister-2027-v1.pdf',
      'cyklister-2027-v1.xlsx',
      'cyklister-2027-v1-raknade-excel.csv',
      'cyklister-2027-v1-counts.csv',
      'cyklister-2027-v1.json',
      'cyklister-2027-v1.zip',
    ]);
    expect(first.files.map(({ table }) => table ?? null)).toEqual([null, null, 'counts', 'counts', null, null]);
  });

  it('is shown as it was frozen, in both languages, with its files, and stands in the lists', async () => {
    const pages = await frozen(1);
    expect(pages.map(({ form, language }) => `${form} ${language}`)).toEqual([
      'newest en',
      'newest sv',
      'superseded en',
      'superseded sv',
    ]);
    const page = await ask('/cyklister/2027/v1');
    expect([page.status, Buffer.from(page.bytes).equals(pages[1]!.content)]).toEqual([200, true]);
    for (const said of ['Cyklister 2027', 'Ihållande regn', 'Älvgatan', '1204', first.sha256]) {
      expect(page.text).toContain(said);
    }
    expect((await ask('/en/cyklister/2027')).text).toContain('Cyclists 2027');
    for (const { name, sha256 } of first.files) {
      const file = await ask(`/cyklister/2027/v1/filer/${name}`);
      expect([name, file.status, sha256Hex(file.bytes)]).toEqual([name, 200, sha256]);
    }
    for (const list of ['/rapporter', '/webbkarta', '/sitemap.xml', '/atom.xml']) {
      expect([list, (await ask(list)).text.includes('/cyklister/2027')]).toEqual([list, true]);
    }
  });

  it('asks on its pages whether they helped', async () => {
    const service = world.module.get(PublicSiteService, { strict: false });
    const asking = askingPages(await service.site());
    expect(asking.get('/en/cyklister/2027/v1')).toEqual({ path: '/cyklister/2027/v1', language: 'en' });
    expect((await ask('/cyklister/2027/v1')).text).toContain('action="/tyck-till"');
  });

  it('is open data beside the report’s, byte for byte, and described', async () => {
    const index = (await ask('/public/v1')).text;
    for (const rel of ['"plan"', '"counts"']) expect(index).toContain(`"rel":${rel}`);
    const data = await ask('/public/v1/cyklister/2027/versions/1');
    expect([data.status, sha256Hex(data.bytes)]).toEqual([200, first.sha256]);
    const { paths } = JSON.parse((await ask('/public/v1/openapi.json')).text) as { paths: object };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/plan', '/cyklister/{period}/versions/{version}']));
    expect((await ask('/oppna-data')).text).toContain('/public/v1/cyklister');
  });

  it('is searched', async () => {
    expect((await ask('/sok?q=regn')).text).toContain('href="/cyklister/2027"');
    expect((await ask('/sok?q=snöstorm')).text).not.toContain('href="/cyklister/2027"');
  });

  it('is verified, as a file and on the page', async () => {
    const [pdf] = first.files;
    const { content } = await publications().file('2027', 1, pdf!.name, 'cycle-count');
    expect(await publications().verify(content)).toMatchObject({ outcome: 'published', period: '2027', version: 1 });
    const page = (await ask(`/kontrollera?sha256=${pdf!.sha256}`)).text;
    expect(page).toContain('href="/cyklister/2027/v1"');
    expect(page).toContain('Cyklister 2027');
  });

  it('is corrected by a new version, which says what it changed, and only when it says something new', async () => {
    const report = (await ask('/rapporter/2027-T1/v1')).bytes;
    const correction = { ...KIND, reportId: counting().id, reason: 'Fel räknat.' };
    await publications().correct(who, '2027', randomUUID(), correction);
    const draft = PublicationDraft.parse({ ...KIND, correctionReason: 'Fel räknat.' });
    counting().state = 'checked';
    expect((await publications().preview('2027', draft)).blockers).toMatchObject([{ code: 'nothing_new' }]);
    const { said } = counting();
    counting().said = { ...said, places: [{ place: 'Älvgatan', count: '1240' }, ...said.places.slice(1)] };
    expect(await publications().preview('2027', draft)).toMatchObject({ blockers: [], nextVersion: 2 });
    await publish(2, 'Fel räknat.');

    expect((await frozen(2)).map(({ form }) => form)).toContain('changes');
    const changes = await ask('/cyklister/2027/v2/andringar');
    for (const word of ['Fel räknat.', '1204', '1240', 'href="/cyklister/2027"']) expect(changes.text).toContain(word);
    expect((await ask('/cyklister/2027')).text).toContain('1240');
    const old = await ask('/cyklister/2027/v1');
    const superseded = (await frozen(1)).find(({ form, language }) => form === 'superseded' && language === 'sv');
    expect(Buffer.from(old.bytes).equals(superseded!.content)).toBe(true);
    expect(old.text).toContain('1204');
    expect((await ask(`/kontrollera?sha256=${first.sha256}`)).text).toContain('href="/cyklister/2027"');
    expect(Buffer.from((await ask('/rapporter/2027-T1/v1')).bytes).equals(Buffer.from(report))).toBe(true);
  });
});
