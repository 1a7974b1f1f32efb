import type { Language } from '@malspar/figures-model';
import type { PublicationDraft, PublicationPreviewReceipt } from '@malspar/publication-model';
import { AuditLog, AuthorizedWrites, Clock, Database, NotFound } from '@malspar/shared-api';
import type { PeriodCode, Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { PageFreezing } from './page-freezing.js';
import { type PreviewPart, PreviewRepository } from './preview.repository.js';
import { PublicationMaking } from './publication-making.js';
import { PublicationSource } from './publication-source.js';
import { PublicationBlocked } from './publication.errors.js';
import { PublishedKinds } from './published-kinds.js';

const HTML = 'text/html; charset=utf-8';
const LIVES_MS = 2 * 3_600_000;
const pageName = (language: Language): string => `page.${language}.html`;

/** Makes page and files as publishing would, for their maker's eyes alone and for a while. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly kinds: PublishedKinds,
    private readonly source: PublicationSource,
    private readonly repository: PreviewRepository,
    private readonly making: PublicationMaking,
    private readonly pages: PageFreezing,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `PublicationBlocked` while it cannot be composed, and `PdfNotMade`. */
  async make(who: Principal, period: PeriodCode, draft: PublicationDraft): Promise<PublicationPreviewReceipt> {
    const kind = this.kinds.named(draft.contentKind);
    const { content, contentHash, earlier } = await this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, kind, period, draft, this.clock.today());
      if (sources.contentHash === null) throw new PublicationBlocked(sources.blockers);
      const moment = { publishedAt: this.clock.now(), auditHead: await this.audit.head(tx) };
      const earlier = sources.published.contents;
      return { content: sources.compose(moment), contentHash: sources.contentHash, earlier };
    });
    const version = await this.making.make(kind, content);
    const previewed = await this.pages.preview(version, earlier);
    const pages = previewed.map(({ language, content }): PreviewPart => ({
      name: pageName(language),
      mediaType: HTML,
      content,
    }));
    const expiresAt = new Date(this.clock.now().getTime() + LIVES_MS);
    const preview = { personId: who.personId, period, expiresAt };
    const id = await this.writes.write(who, 'publication.publish', (tx) =>
      this.repository.replace(tx, preview, [...pages, ...version.made]),
    );
    return {
      id,
      expiresAt: expiresAt.toISOString(),
      version: content.version,
      contentHash,
      files: [...version.files],
    };
  }

  /** Forgets previews that nobody can read any more; how many. */
  clearExpired(): Promise<number> {
    return this.database.write((tx) => this.repository.clearExpired(tx));
  }

  /** What the page is sent with. */
  get pageHeaders(): Readonly<Record<string, string>> {
    return this.pages.previewHeaders;
  }

  /** The page as it would be. Throws `NotFound`, also for everybody but its maker. */
  page(who: Principal, id: string, language: Language): Promise<PreviewPart> {
    return this.part(who, id, pageName(language));
  }

  /** A file as it would be. Throws `NotFound`, also for everybody but its maker. */
  async part(who: Principal, id: string, name: string): Promise<PreviewPart> {
    const part = await this.repository.part(this.database.read, who.personId, id, name);
    if (!part) throw new NotFound();
    return part;
  }
}
