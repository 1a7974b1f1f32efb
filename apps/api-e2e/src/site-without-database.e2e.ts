import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@malspar/shared-testing';
import type { PlanDocument } from '@malspar/site-model';
import { createSeededDatabase } from './harness/api.js';
import { type ApiProcess, startProcess } from './harness/api-process.js';
import { Doorway } from './harness/doorway.js';
import { Person } from './harness/person.js';
import { samplePdf } from './harness/sample-pdf.js';
import type { Problem } from './harness/working.js';

describe('what has been added to the public site, while the database is away', () => {
  let database: TestDatabase;
  let doorway: Doorway;
  let api: ApiProcess;
  let admin: Person;
  let document: PlanDocument;
  beforeAll(async () => {
    database = await createSeededDatabase();
    doorway = await Doorway.to(database.appUrl);
    api = await startProcess({ ...database, appUrl: doorway.through(database.appUrl) });
    admin = await new Person(api.origin).signIn('admin');
    document = (await upload<PlanDocument>('Planen', samplePdf('plan'))).body;
  });
  afterAll(async () => {
    await api.stop();
    await doorway.close();
    await database.drop();
  });

  const upload = <T>(title: string, bytes: Buffer<ArrayBuffer>, key: string = randomUUID()) =>
    admin.request<T>('POST', `/api/v1/site/documents?title=${title}&date=2026-01-02&language=sv`, {
      bytes,
      headers: { 'content-type': 'application/pdf', 'idempotency-key': key },
    });

  it('is given all the same, and what cannot be saved is saved once when it is tried again', async () => {
    const visitor = new Person(api.origin);
    const file = `/dokument/${document.slug}-${document.versions[0]!.sha256.slice(0, 12)}.pdf`;
    const paths = [file, '/', '/tillganglighet', '/en/tillganglighet'];
    for (const path of paths) expect((await visitor.request('GET', path)).status).toBe(200);
    const key = randomUUID();
    doorway.shut();
    try {
      for (const path of paths) expect([path, (await visitor.request('GET', path)).status]).toEqual([path, 200]);
      expect((await visitor.request('GET', `/dokument/${document.slug}`)).headers.get('location')).toBe(file);
      const lost = await upload<Problem>('Bilaga', samplePdf('b'), key);
      expect([lost.status, lost.body.type]).toEqual([503, '/problems/unavailable']);
    } finally {
      doorway.open();
    }
    expect((await upload('Bilaga', samplePdf('b'), key)).status).toBe(201);
    expect((await upload('Bilaga', samplePdf('b'), key)).status).toBe(201);
    const titles = (await admin.read<PlanDocument[]>('site/documents')).map(({ title }) => title);
    expect(titles).toEqual(['Planen', 'Bilaga']);
  });
});
