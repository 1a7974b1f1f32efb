import { PublishedReport, shownReport } from '@malspar/environmental-report-model';
import { FeedbackModule, FeedbackService } from '@malspar/feedback-api';
import { FeedbackCommentsQuery, FeedbackPagesQuery } from '@malspar/feedback-model';
import { PdfPrinter } from '@malspar/print-api';
import { PublicationWorld } from '@malspar/environmental-report-api/testing';
import { askingPages, publicSite } from '@malspar/site-model';
import { DemoFeedback } from './demo-feedback.js';
import { DemoFeedbackRepository } from './demo-feedback.repository.js';
import { writerIn } from './testing/writer-in.js';

describe("a demo's feedback", () => {
  let world: PublicationWorld;
  beforeAll(async () => {
    world = await PublicationWorld.create(undefined, undefined, { modules: [FeedbackModule] });
  });
  afterAll(() => world.end());

  it('is entered once, marked as example, about pages that the plan has when it is published', async () => {
    const [demo, service] = [
      writerIn(world.module, DemoFeedback, DemoFeedbackRepository),
      world.module.get(FeedbackService),
    ];
    const entered = await demo.enter();
    expect(entered).toBeGreaterThan(10);
    expect(await demo.enter()).toBe(0);
    const { items, yes, no, illustrative } = await service.pages(FeedbackPagesQuery.parse({}));
    expect([yes + no, illustrative]).toEqual([entered, entered]);
    const { shelves } = await service.comments(FeedbackCommentsQuery.parse({}));
    expect(shelves).toEqual({ unread: 4, read: 0, suspicious: 1 });

    const { coordinator } = await world.cast();
    const printer = new PdfPrinter();
    await world.publications.publish(coordinator, '2027-T3', 'publish-once', world.request('2027-T3'), printer);
    printer.close();
    const report = PublishedReport.parse(JSON.parse(await world.publications.canonical('2027-T3', 1)));
    const known = askingPages(
      publicSite([{ kind: shownReport, versions: [{ content: report, canonical: '', sha256: '', files: [] }] }]),
    );
    expect(items.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([]);
  });
});
