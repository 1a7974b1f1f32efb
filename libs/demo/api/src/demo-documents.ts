import { PlanService } from '@malspar/plan-api';
import { PdfPrinter } from '@malspar/print-api';
import { Clock, Database } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { DocumentService } from '@malspar/site-api';
import { Injectable } from '@nestjs/common';
import { DEMO_TEMPLATE, demoDocument, demoTitle } from './demo-document.js';

/** Puts an example document on a demo's site, so that the list of documents has something in it. */
@Injectable()
export class DemoDocuments {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly documents: DocumentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds the example, set from the plan's own data and labelled as what it is, in the name of the demo administrator.
   * Gives whether it was added: not when there is a document already, nor where there is no compiler for PDF.
   */
  async enter(people: readonly Principal[]): Promise<boolean> {
    const admin = people.find((person) => person.roles.includes('admin'));
    if (!admin || (await this.documents.list()).length > 0) return false;
    const today = this.clock.today();
    const plan = await this.plans.plan(this.database.read, today);
    const printer = new PdfPrinter();
    try {
      const printed = await printer.set(DEMO_TEMPLATE, demoDocument(plan, today));
      if (!printed.ok) {
        if (printed.error === 'unavailable') return false;
        throw new Error(`The example document could not be set: ${printed.detail}`);
      }
      const details = { title: demoTitle(plan), date: today, language: 'sv' as const };
      await this.documents.upload(admin, `demo-document-${plan.id}`, details, Buffer.from(printed.pdf), true);
      return true;
    } finally {
      printer.close();
    }
  }
}
