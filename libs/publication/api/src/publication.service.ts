import { checksumsOf, type PdfPrinter, tableIn } from '@malspar/print-api';
import {
  CorrectionRequest,
  type Publication,
  PublicationDraft,
  type PublicationPreview,
  type PublicationReceipt,
  type PublishedContent,
  publicationActs,
  type PublishableKind,
  PublishRequest,
  recognise,
  type Verification,
} from '@malspar/publication-model';
import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Database,
  Idempotency,
  Invalid,
  NotFound,
  OneAtATime,
  sha256Hex,
  type Tx,
  validated,
} from '@malspar/shared-api';
import { comparePeriods, parsePeriod, type PeriodCode, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { type FrozenPages, PageFreezing } from './page-freezing.js';
import { type MadeVersion, PublicationMaking } from './publication-making.js';
import { NO_PDF } from './publication-notes.js';
import { PublicationSource, type Sources } from './publication-source.js';
import { PreviewOutdated, PublicationBlocked } from './publication.errors.js';
import { type KindKey, PublicationRepository } from './publication.repository.js';
import { readContent } from './published-contents.js';
import type { PublishedKind } from './published-kind.js';
import { PublishedKinds } from './published-kinds.js';

/** So often is a version made of what has changed while it was made. */
const TRIES = 3;

/** A version that lacks nothing but to be kept. */
interface ReadyVersion extends MadeVersion {
  readonly sources: Sources;
  readonly frozen: FrozenPages;
}

const kindOf = (period: PeriodCode): 'year' | 'period' => (parsePeriod(period).cadence === 'year' ? 'year' : 'period');

/** Composes, publishes and corrects. What is published is never touched again. */
@Injectable()
export class PublicationService {
  /** Those who publish here wait for each other outside the database; those elsewhere for a moment inside it. */
  private readonly turns = new OneAtATime();

  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly kinds: PublishedKinds,
    private readonly source: PublicationSource,
    private readonly repository: PublicationRepository,
    private readonly making: PublicationMaking,
    private readonly pages: PageFreezing,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Every publication with its versions, kind by kind, newest period and version first. */
  async list(): Promise<Publication[]> {
    const listed: Publication[] = [];
    for (const kind of this.kinds.all) listed.push(...(await this.listOf(kind)));
    return listed;
  }

  /** The kinds that can be published, the usual one first. */
  async listKinds(): Promise<PublishableKind[]> {
    const listed: PublishableKind[] = [];
    for (const kind of this.kinds.all) {
      const { name: contentKind, title } = kind;
      const periods = [...(await kind.periods())];
      const isUsual = kind === this.kinds.named();
      listed.push({ contentKind, title, isUsual, root: this.pages.rootOf(contentKind), periods });
    }
    return listed;
  }

  private async listOf(kind: PublishedKind): Promise<Publication[]> {
    const tx = this.database.read;
    const rows = await this.repository.list(tx, await this.keyOf(tx, kind));
    const periods = [...new Set(rows.map((row) => row.period))].sort((a, b) => comparePeriods(b, a));
    return periods.map((period) => ({
      contentKind: kind.name,
      period,
      kind: kindOf(period),
      versions: rows
        .filter((row) => row.period === period)
        .map(({ number: version, slug, title, publishedAt, sha256, auditHead, correction, files }) => ({
          version,
          slug,
          title,
          publishedAt: publishedAt.toISOString(),
          sha256,
          auditHead,
          correction,
          files: files.map((file) => ({ ...file, table: tableIn(kind.print, file.name) })),
        })),
    }));
  }

  /** What would be published now, what blocks it and what merely differs. Changes nothing. */
  preview(period: PeriodCode, draft = PublicationDraft.parse({})): Promise<PublicationPreview> {
    const kind = this.kinds.named(draft.contentKind);
    return this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, kind, period, draft, this.clock.today());
      const composed =
        sources.contentHash === null
          ? null
          : sources.compose({ publishedAt: this.clock.now(), auditHead: await this.audit.head(tx) });
      return {
        period,
        kind: kindOf(period),
        nextVersion: sources.nextVersion,
        reports: [...sources.listed],
        blockers: [...sources.blockers],
        order: composed ? [...kind.order(composed)] : [],
        differs: [
          ...sources.differs,
          ...(this.making.canPrint() ? [] : [NO_PDF]),
          ...(composed ? kind.notes(composed) : []),
        ],
        contentHash: sources.contentHash,
        difference:
          composed && sources.newest ? kind.difference(readContent(kind, sources.newest.canonical), composed) : null,
      };
    });
  }

  /**
   * Publishes a version: what went in, canonical JSON, files, pages and audit event in one transaction, all or nothing. They
   * are made before it begins, so that nobody waits in the database for a PDF; what has changed meanwhile is made anew.
   * The same key gives the same receipt. Throws `Invalid` when the confirmation is not the period, `PreviewOutdated`
   * when somebody was first or the content is not what was previewed, `PublicationBlocked`, and `PdfNotMade`.
   */
  async publish(
    by: Principal,
    period: PeriodCode,
    key: string,
    input: PublishRequest,
    printer?: PdfPrinter,
  ): Promise<PublicationReceipt> {
    const request = validated(PublishRequest, input);
    const call = { key, personId: by.personId, request: { publish: period, ...request } };
    const receipt = await this.turns.do(async () => {
      for (let tries = 1; ; tries++) {
        // Whoever has waited for its turn may have been answered meanwhile.
        const earlier = await this.idempotency.earlierResponse<PublicationReceipt>(this.database.read, call);
        if (earlier) return earlier.response;
        const version = await this.make(period, request, printer);
        try {
          return await this.writes.write(by, 'publication.publish', (tx, who) =>
            this.idempotency.once(tx, call, async () => {
              await this.repository.lock(tx);
              await this.demandUnchanged(tx, version, request);
              return this.keep(tx, who, version);
            }),
          );
        } catch (error) {
          if (!(error instanceof PreviewOutdated) || tries === TRIES) throw error;
        }
      }
    });
    await this.pages.renew();
    return receipt;
  }

  /** Reopens one report of a published period for correction; once per key. Throws `NotFound` and `WrongState`. */
  async correct(
    by: Principal,
    period: PeriodCode,
    key: string,
    input: CorrectionRequest,
  ): Promise<{ reportId: string }> {
    const request = validated(CorrectionRequest, input);
    const kind = this.kinds.named(request.contentKind);
    const call = { key, personId: by.personId, request: { correct: period, ...request } };
    return this.writes.write(by, 'publication.publish', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        await this.repository.lock(tx);
        const draft = PublicationDraft.parse({});
        const { newest, listed } = await this.source.read(tx, kind, period, draft, this.clock.today());
        if (!newest || !listed.some((report) => report.reportId === request.reportId)) throw new NotFound();
        await kind.correct(tx, who, request.reportId, request.reason);
        return { reportId: request.reportId };
      }),
    );
  }

  /** A published version's own JSON, as text. Throws `NotFound`. */
  async canonical(period: PeriodCode, version: number, contentKind?: string): Promise<string> {
    const tx = this.database.read;
    const key = await this.keyOf(tx, this.kinds.named(contentKind));
    const row = await this.repository.version(tx, key, period, version);
    if (!row) throw new NotFound();
    return row.canonical;
  }

  /** What a published version says. Throws `NotFound`. */
  async content(period: PeriodCode, version: number, contentKind?: string): Promise<PublishedContent> {
    return readContent(this.kinds.named(contentKind), await this.canonical(period, version, contentKind));
  }

  /** A file as it was published. Throws `NotFound`. */
  async file(
    period: PeriodCode,
    version: number,
    name: string,
    contentKind?: string,
  ): Promise<{ mediaType: string; sha256: string; content: Buffer }> {
    const tx = this.database.read;
    const key = await this.keyOf(tx, this.kinds.named(contentKind));
    const file = await this.repository.file(tx, key, period, version, name);
    if (!file) throw new NotFound();
    return file;
  }

  /** Whether the bytes are a published file, or JSON with the content of one, and of which version. */
  async verify(bytes: Uint8Array): Promise<Verification> {
    const published = await this.repository.known(this.database.read);
    return recognise(published, checksumsOf(bytes, published));
  }

  private async keyOf(tx: Tx, kind: PublishedKind): Promise<KindKey> {
    return { planId: await kind.planId(tx, this.clock.today()), contentKind: kind.name };
  }

  /** A version with its files and pages, of what there is at one moment; the head of the log is that moment's. */
  private async make(period: PeriodCode, request: PublishRequest, printer?: PdfPrinter): Promise<ReadyVersion> {
    if (request.confirmation.trim() !== period) {
      throw new Invalid([{ pointer: '/confirmation', code: 'not-the-period', params: { period } }]);
    }
    const kind = this.kinds.named(request.contentKind);
    const read = await this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, kind, period, request, this.clock.today());
      demandAsPreviewed(sources, request);
      if (sources.blockers.length > 0) throw new PublicationBlocked(sources.blockers);
      return {
        sources,
        content: sources.compose({ publishedAt: this.clock.now(), auditHead: await this.audit.head(tx) }),
      };
    });
    const { sources, content } = read;
    const { newest } = sources;
    const previous = newest && {
      contentKind: kind.name,
      content: readContent(kind, newest.canonical),
      sha256: newest.sha256,
      files: [],
    };
    const version = await this.making.make(kind, content, printer);
    const frozen = await this.pages.freeze(version, previous, sources.published.contents);
    return { ...version, sources, frozen };
  }

  /** Throws `PreviewOutdated` when what the version was made of is no longer what there is. */
  private async demandUnchanged(tx: Tx, version: ReadyVersion, request: PublishRequest): Promise<void> {
    const { sources } = version;
    const { nextVersion, contentHash, published } = await this.source.read(
      tx,
      sources.kind,
      sources.period,
      request,
      this.clock.today(),
    );
    // The pages name the other published reports.
    const sameVersions = published.hashes.join() === sources.published.hashes.join();
    if (!sameVersions || contentHash !== sources.contentHash) throw new PreviewOutdated({ nextVersion, contentHash });
  }

  private async keep(tx: Tx, who: Principal, version: ReadyVersion): Promise<PublicationReceipt> {
    const { content, canonical, sha256, made, files, frozen } = version;
    const { period, planId, contentHash } = version.sources;
    const { contentKind } = version;
    const kind = kindOf(period);
    const publicationId = await this.repository.ensure(tx, { planId, contentKind }, kind, period);
    const key = { publicationId, number: content.version };
    await this.repository.insert(
      tx,
      {
        ...key,
        slug: content.slug,
        canonical,
        sha256,
        contentHash: contentHash ?? sha256,
        auditHead: content.auditHead,
        publishedAt: new Date(content.publishedAt),
        publishedBy: who,
        correctionReason: content.correction?.reason ?? null,
      },
      made,
    );
    await version.sources.settle(tx, who, key);
    await this.repository.insertPages(tx, key, frozen);
    await this.audit.append(tx, {
      kind: publicationActs.kinds.publish,
      actor: who,
      subjectId: publicationId,
      data: {
        period,
        version: content.version,
        sha256,
        files: files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
        pages: frozen.pages.map(({ form, language, content }) => ({ form, language, sha256: sha256Hex(content) })),
      },
    });
    const { slug, publishedAt } = content;
    const root = this.pages.rootOf(contentKind);
    return { contentKind, root, period, kind, version: content.version, slug, sha256, publishedAt, files: [...files] };
  }
}

function demandAsPreviewed({ nextVersion, contentHash }: Sources, request: PublishRequest): void {
  const sameVersion = request.version === nextVersion;
  const sameContent = request.contentHash === undefined || request.contentHash === contentHash;
  if (!sameVersion || !sameContent) throw new PreviewOutdated({ nextVersion, contentHash });
}
