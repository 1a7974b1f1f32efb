import { differenceOf, PublishedReport } from '@malspar/environmental-report-model';
import { PlanService } from '@malspar/plan-api';
import { checksumsOf, type PdfPrinter, sha256OfBytes } from '@malspar/print-api';
import {
  CorrectionRequest,
  type Publication,
  PublicationDraft,
  type PublicationPreview,
  type PublicationReceipt,
  publicationActs,
  PublishRequest,
  recognise,
  type Verification,
} from '@malspar/publication-model';
import { PublishableReports } from '@malspar/reporting-api';
import { awaitsPublication } from '@malspar/reporting-model';
import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Database,
  Idempotency,
  Invalid,
  NotFound,
  OneAtATime,
  type Tx,
  validated,
} from '@malspar/shared-api';
import { comparePeriods, parsePeriod, type PeriodCode, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { type FrozenPages, PageFreezing } from './page-freezing.js';
import { type MadeVersion, PublicationMaking } from './publication-making.js';
import { NO_PDF, notesOf } from './publication-notes.js';
import { PublicationSource, type Sources } from './publication-source.js';
import { PreviewOutdated, PublicationBlocked } from './publication.errors.js';
import { PublicationRepository } from './publication.repository.js';

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
    private readonly plans: PlanService,
    private readonly source: PublicationSource,
    private readonly reports: PublishableReports,
    private readonly repository: PublicationRepository,
    private readonly making: PublicationMaking,
    private readonly pages: PageFreezing,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Every publication with its versions, newest period and version first. */
  async list(): Promise<Publication[]> {
    const tx = this.database.read;
    const rows = await this.repository.list(tx, await this.planId(tx));
    const periods = [...new Set(rows.map((row) => row.period))].sort((a, b) => comparePeriods(b, a));
    return periods.map((period) => ({
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
          files: [...files],
        })),
    }));
  }

  /** What would be published now, what blocks it and what merely differs. Changes nothing. */
  preview(period: PeriodCode, draft = PublicationDraft.parse({})): Promise<PublicationPreview> {
    return this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, period, draft, this.clock.today());
      const composed =
        sources.contentHash === null
          ? null
          : sources.compose({ publishedAt: this.clock.now(), auditHead: await this.audit.head(tx) });
      return {
        period,
        kind: kindOf(period),
        nextVersion: sources.nextVersion,
        reports: [...sources.listed],
        blocks: [...sources.blocks],
        order: composed?.order ?? [],
        differs: [
          ...sources.differs,
          ...(this.making.canPrint() ? [] : [NO_PDF]),
          ...(composed ? notesOf(composed) : []),
        ],
        contentHash: sources.contentHash,
        difference: composed && sources.newest ? differenceOf(readReport(sources.newest.canonical), composed) : null,
      };
    });
  }

  /**
   * Publishes a version: reports, canonical JSON, files, pages and audit event in one transaction, all or nothing. They
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
        const earlier = await this.idempotency.answered<PublicationReceipt>(this.database.read, call);
        if (earlier) return earlier.answer;
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
    const call = { key, personId: by.personId, request: { correct: period, ...request } };
    return this.writes.write(by, 'publication.publish', (tx, who) =>
      this.idempotency.once(tx, call, async () => {
        await this.repository.lock(tx);
        const { plan, listed } = await this.source.read(tx, period, PublicationDraft.parse({}), this.clock.today());
        const newest = await this.repository.newest(tx, plan.id, period);
        if (!newest || !listed.some((report) => report.reportId === request.reportId)) throw new NotFound();
        await this.reports.correct(tx, who, request.reportId, request.reason);
        return { reportId: request.reportId };
      }),
    );
  }

  /** A published version's own JSON, as text. Throws `NotFound`. */
  async canonical(period: PeriodCode, version: number): Promise<string> {
    const tx = this.database.read;
    const row = await this.repository.version(tx, await this.planId(tx), period, version);
    if (!row) throw new NotFound();
    return row.canonical;
  }

  /** A file as it was published. Throws `NotFound`. */
  async file(
    period: PeriodCode,
    version: number,
    name: string,
  ): Promise<{ mediaType: string; sha256: string; content: Buffer }> {
    const tx = this.database.read;
    const file = await this.repository.file(tx, await this.planId(tx), period, version, name);
    if (!file) throw new NotFound();
    return file;
  }

  /** Whether the bytes are a published file, or JSON with the content of one, and of which version. */
  async verify(bytes: Uint8Array): Promise<Verification> {
    const published = await this.repository.known(this.database.read);
    return recognise(published, checksumsOf(bytes, published));
  }

  private async planId(tx: Tx): Promise<string> {
    return (await this.plans.plan(tx, this.clock.today())).id;
  }

  /** A version with its files and pages, of what there is at one moment; the head of the log is that moment's. */
  private async make(period: PeriodCode, request: PublishRequest, printer?: PdfPrinter): Promise<ReadyVersion> {
    if (request.confirmation.trim() !== period) {
      throw new Invalid([{ pointer: '/confirmation', code: 'not-the-period', params: { period } }]);
    }
    const read = await this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, period, request, this.clock.today());
      demandAsPreviewed(sources, request);
      if (sources.blocks.length > 0) throw new PublicationBlocked(sources.blocks);
      return {
        sources,
        report: sources.compose({ publishedAt: this.clock.now(), auditHead: await this.audit.head(tx) }),
      };
    });
    const { sources, report } = read;
    const { newest } = sources;
    const previous = newest && { report: readReport(newest.canonical), sha256: newest.sha256, files: [] };
    const version = await this.making.make(report, printer);
    const frozen = await this.pages.freeze(version, previous, sources.published.reports);
    return { ...version, sources, frozen };
  }

  /** Throws `PreviewOutdated` when what the version was made of is no longer what there is. */
  private async demandUnchanged(tx: Tx, version: ReadyVersion, request: PublishRequest): Promise<void> {
    const { sources } = version;
    const { nextVersion, contentHash, published } = await this.source.read(
      tx,
      sources.period,
      request,
      this.clock.today(),
    );
    // The pages name the other published reports.
    const sameVersions = published.hashes.join() === sources.published.hashes.join();
    if (!sameVersions || contentHash !== sources.contentHash) throw new PreviewOutdated({ nextVersion, contentHash });
  }

  private async keep(tx: Tx, who: Principal, version: ReadyVersion): Promise<PublicationReceipt> {
    const { report, canonical, sha256, made, files, frozen } = version;
    const { period, plan, ready, contentHash } = version.sources;
    const kind = kindOf(period);
    const publicationId = await this.repository.ensure(tx, plan.id, kind, period);
    const key = { publicationId, number: report.version };
    await this.reports.publish(tx, who, ready.flatMap(approvedOnly));
    await this.repository.insert(
      tx,
      {
        ...key,
        slug: report.slug,
        canonical,
        sha256,
        contentHash: contentHash ?? sha256,
        auditHead: report.auditHead,
        publishedAt: new Date(report.publishedAt),
        publishedBy: who,
        correctionReason: report.correction?.reason ?? null,
      },
      made,
      ready,
    );
    await this.repository.insertPages(tx, key, frozen);
    await this.audit.append(tx, {
      kind: publicationActs.kinds.publish,
      actor: who,
      subjectId: publicationId,
      data: {
        period,
        version: report.version,
        sha256,
        files: files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
        pages: frozen.pages.map(({ form, language, content }) => ({ form, language, sha256: sha256OfBytes(content) })),
      },
    });
    const { slug, publishedAt } = report;
    return { period, kind, version: report.version, slug, sha256, publishedAt, files: [...files] };
  }
}

const readReport = (canonical: string): PublishedReport => PublishedReport.parse(JSON.parse(canonical));

const approvedOnly = ({ id, state, sha256 }: Sources['ready'][number]): { id: string; sha256: string }[] =>
  awaitsPublication(state) && sha256 ? [{ id, sha256 }] : [];

function demandAsPreviewed({ nextVersion, contentHash }: Sources, request: PublishRequest): void {
  const sameVersion = request.version === nextVersion;
  const sameContent = request.contentHash === undefined || request.contentHash === contentHash;
  if (!sameVersion || !sameContent) throw new PreviewOutdated({ nextVersion, contentHash });
}
