import { PublicationWorld } from '@malspar/environmental-report-api/testing';
import { AuditLog, Database, IdempotencyKeyReused, PreconditionFailed, WrongState } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { defaultStatement, type PlanDocument } from '@malspar/site-model';
import { DocumentService, SiteModule } from '@malspar/site-api';
import { NotAPublicPdf, plainSite, samplePdf, sha256Of, StatementService } from '@malspar/site-api/testing';

describe('what the organisation adds to the site', () => {
  let world: PublicationWorld;
  let admin: Principal;
  let documents: DocumentService;
  let statements: StatementService;
  beforeAll(async () => {
    world = await PublicationWorld.create(undefined, undefined, { modules: [SiteModule.with(plainSite)] });
    admin = await world.person('Ada Admin', 'admin');
    documents = world.module.get(DocumentService);
    statements = world.module.get(StatementService);
  });
  afterAll(() => world.end());

  const details = (title: string) => ({ title, date: '2028-01-02', language: 'sv' as const });
  const titles = async (): Promise<string[]> =>
    (await documents.list()).filter(({ position }) => position !== null).map(({ title }) => title);
  const acts = async (): Promise<string[]> => {
    const events = await world.module.get(AuditLog).newest(world.module.get(Database).read, 100);
    return events.map(({ kind }) => kind).filter((kind) => /^(plan-document|accessibility)/.test(kind));
  };

  it('an upload is one document however often it is sent at the same time', async () => {
    const pdf = samplePdf('plan');
    const sent = await Promise.all(
      Array.from({ length: 40 }, () => documents.upload(admin, 'forty-twins', details('Planen'), pdf)),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]).toMatchObject({
      slug: 'planen',
      position: 1,
      versions: [{ version: 1, bytes: pdf.length, sha256: sha256Of(pdf), uploadedBy: 'Ada Admin' }],
    });
    expect(await documents.list()).toHaveLength(1);
    expect(await acts()).toEqual(['plan-document.upload']);
    await expect(documents.upload(admin, 'forty-twins', details('Planen'), samplePdf('x'))).rejects.toThrow(
      IdempotencyKeyReused,
    );
  });

  it('what is no PDF leaves nothing, and its key is free', async () => {
    await expect(documents.upload(admin, 'refused-1', details('Fel'), Buffer.from('<html>'))).rejects.toThrow(
      NotAPublicPdf,
    );
    await documents.upload(admin, 'refused-1', details('Bilaga'), samplePdf('b'));
    expect(await titles()).toEqual(['Planen', 'Bilaga']);
  });

  it('the same title twice gives two addresses', async () => {
    const { slug } = await documents.upload(admin, 'same-title', details('Bilaga'), samplePdf('c'));
    expect(slug).toBe('bilaga-2');
  });

  it('a new order is kept when it names the listed ones, else refused', async () => {
    const ids = (await documents.list()).map(({ id }) => id);
    await documents.order(admin, { ids: ids.toReversed() });
    expect((await documents.list()).map(({ id }) => id)).toEqual(ids.toReversed());
    for (const wrong of [ids.slice(1), [...ids, ids[0]!], [ids[0]!, ids[0]!, ids[1]!]]) {
      await expect(documents.order(admin, { ids: wrong })).rejects.toThrow(WrongState);
    }
    await documents.order(admin, { ids });
  });

  it('a new name keeps the address; an older picture of the document is refused with the newer', async () => {
    const [plan] = (await documents.list()) as [PlanDocument];
    const renamed = await documents.describe(admin, plan.id, plan.revision, details('Miljöplanen'));
    expect(renamed).toMatchObject({ title: 'Miljöplanen', slug: 'planen', revision: plan.revision + 1 });
    const late = documents.describe(admin, plan.id, plan.revision, details('Något annat'));
    await expect(late).rejects.toThrow(PreconditionFailed);
    await expect(late).rejects.toMatchObject({ problem: { current: { title: 'Miljöplanen' } } });
  });

  it('a new file is a new version; the old bytes are kept', async () => {
    const [{ id }] = (await documents.list()) as [PlanDocument];
    const date = '2028-03-04';
    const replaced = await documents.replace(admin, 'replace-1', id, { date }, samplePdf('plan 2'));
    expect(replaced).toMatchObject({ date, title: 'Miljöplanen', versions: [{ version: 2 }, { version: 1 }] });
    expect((await documents.file(id, 1)).bytes.equals(samplePdf('plan'))).toBe(true);
    await expect(documents.replace(admin, 'replace-2', id, { date }, samplePdf('plan 2'))).rejects.toThrow(WrongState);
  });

  it('a withdrawn document leaves the list, and comes back last', async () => {
    const [{ id }] = (await documents.list()) as [PlanDocument];
    await Promise.all([documents.withdraw(admin, id), documents.withdraw(admin, id)]);
    expect(await titles()).toEqual(['Bilaga', 'Bilaga']);
    expect((await documents.list()).at(-1)).toMatchObject({ id, position: null });
    await expect(
      documents.replace(admin, 'replace-3', id, { date: '2028-03-04' }, samplePdf('z')),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'withdrawn' }] } });
    await documents.restore(admin, id);
    expect(await titles()).toEqual(['Bilaga', 'Bilaga', 'Miljöplanen']);
    expect((await acts()).filter((kind) => /withdraw|restore/.test(kind)).sort()).toEqual([
      'plan-document.restore',
      'plan-document.withdraw',
    ]);
  });

  it('the statement is the system’s own until one is saved; then the newest, and the older ones are kept', async () => {
    expect(await statements.newest()).toMatchObject({ version: 0, savedBy: null, statement: defaultStatement });
    const mine = { ...defaultStatement, phone: '010-12 34 56' };
    const twins = await Promise.allSettled([statements.save(admin, 0, mine), statements.save(admin, 0, mine)]);
    expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await statements.newest()).toMatchObject({ version: 1, savedBy: 'Ada Admin', statement: mine });
    await statements.save(admin, 1, { ...mine, responseDays: 2 });
    expect(await world.sql('app', 'SELECT version FROM accessibility_statement ORDER BY 1')).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
  });

  it.each(['plan_document_version', 'accessibility_statement'])('%s refuses every change', async (table) => {
    const column = table === 'accessibility_statement' ? 'version' : 'number';
    for (const harm of [`UPDATE ${table} SET ${column} = 9`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(world.sql('app', harm)).rejects.toThrow('permission denied');
      await expect(world.sql('superuser', harm)).rejects.toThrow('rows are only ever added');
    }
  });

  it.each([
    ['sha256', `'${'0'.repeat(64)}', '%PDF-1.4'::bytea, 8`, 'ck_plan_document_version_sha256'],
    ['size', `encode(sha256('%PDF-1.4'), 'hex'), '%PDF-1.4'::bytea, 9`, 'ck_plan_document_version_size'],
    ['form', `encode(sha256('<html>'), 'hex'), '<html>'::bytea, 6`, 'ck_plan_document_version_pdf'],
  ])('the database holds a file to its %s', async (_what, values, constraint) => {
    const insert = `INSERT INTO plan_document_version
        (document_id, number, sha256, bytes, size, uploaded_at, uploaded_by, uploaded_by_name)
      SELECT id, 99, ${values}, now(), '${admin.personId}', 'x' FROM plan_document LIMIT 1`;
    await expect(world.sql('app', insert)).rejects.toThrow(constraint);
  });

  it('documents are not deleted, also not by the app', async () => {
    await expect(world.sql('app', 'DELETE FROM plan_document')).rejects.toThrow('permission denied');
  });
});
