import { PublicationWorld } from '@malspar/environmental-report-api/testing';
import { DocumentService, SiteModule } from '@malspar/site-api';
import { pdfFault } from '@malspar/site-api/testing';
import { plainSite } from '@malspar/site-api/testing';
import { DemoDocuments } from './demo-documents.js';
import { writerIn } from './testing/writer-in.js';

describe('a demo', () => {
  let world: PublicationWorld;
  beforeAll(async () => {
    world = await PublicationWorld.create(undefined, undefined, { modules: [SiteModule.with(plainSite)] });
  });
  afterAll(() => world.end());

  it('gets one example document, labelled as such, set from its own plan', async () => {
    const people = [await world.person('Ada Admin', 'admin')];
    const demo = writerIn(world.module, DemoDocuments);
    expect([await demo.enter(people), await demo.enter(people)]).toEqual([true, false]);
    const [document, ...others] = await world.module.get(DocumentService, { strict: false }).list();
    expect(others).toEqual([]);
    expect(document).toMatchObject({ title: `${world.plan.title} i korthet (exempel)`, illustrative: true });
    const { bytes } = await world.module.get(DocumentService, { strict: false }).file(document!.id, 1);
    expect(pdfFault(bytes)).toBeNull();
  });
});
