import { PlanService } from '@malspar/plan-api';
import {
  type CorrectionRequest,
  differenceOf,
  type Publication,
  PublicationDraft,
  type PublicationPreview,
  type PublicationReceipt,
  PublishedReport,
  type PublishRequest,
  recognise,
  type Verification,
} from '@malspar/publication-model';
import { PublishableReports } from '@malspar/reporting-api';
import { AuditLog, Clock, Database, Idempotency, Invalid, NotFound, type Tx } from '@malspar/shared-api';
import { comparePeriods, parsePeriod, type PeriodCode, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { checksumsOf } from './files/checksums.js';
import { canonicalOf, type ReportFile, reportFiles } from './files/report-files.js';
import { PdfPrinter } from './pdf/pdf-printer.js';
import { PublicationSource, type Sources } from './publication-source.js';
import { PdfNotMade, PreviewOutdated, PublicationBlocked } from './publication.errors.js';
import { PublicationRepository } from './publication.repository.js';

const kindOf = (period: PeriodCode): 'year' | 'period' => (parsePeriod(period).cadence === 'year' ? 'year' : 'period');

/** Composes, publishes and corrects. What is published is never touched again. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly source: PublicationSource,
    private readonly reports: PublishableReports,
    private readonly repository: PublicationRepository,
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
      const composed = sources.contentHash === null ? null : this.compose(sources, await this.audit.head(tx));
      const illustrative = composed?.illustrative
        ? [{ code: 'illustrative' as const, areaSlug: null, period: null, params: {} }]
        : [];
      return {
        period,
        kind: kindOf(period),
        nextVersion: sources.nextVersion,
        reports: [...sources.listed],
        blocks: [...sources.blocks],
        differs: [...sources.differs, ...illustrative],
        contentHash: sources.contentHash,
        difference: composed && sources.newest ? differenceOf(readReport(sources.newest.canonical), composed) : null,
      };
    });
  }

  /** The report as it would be published now. Throws `PublicationBlocked`. */
  previewReport(period: PeriodCode, draft: PublicationDraft): Promise<PublishedReport> {
    return this.database.snapshot(async (tx) => {
      const sources = await this.source.read(tx, period, draft, this.clock.today());
      if (sources.contentHash === null) throw new PublicationBlocked(sources.blocks);
      return this.compose(sources, await this.audit.head(tx));
    });
  }

  /**
   * Publishes a version: reports, canonical JSON, files and audit event in one transaction, all or nothing. The same key
   * gives the same receipt. Throws `Invalid` when the confirmation is not the period, `PreviewOutdated` when somebody
   * was first or the content is not what was previewed, `PublicationBlocked`, and `PdfNotMade`.
   */
  publish(
    who: Principal,
    period: PeriodCode,
    key: string,
    request: PublishRequest,
    printer?: PdfPrinter,
  ): Promise<PublicationReceipt> {
    const call = { key, personId: who.personId, request: { publish: period, ...request } };
    return this.database.write((tx) =>
      this.idempotency.once(tx, call, async () => {
        if (request.confirmation.trim() !== period) {
          throw new Invalid([{ pointer: '/confirmation', code: 'not-the-period', params: { period } }]);
        }
        await this.repository.lock(tx);
        const sources = await this.source.read(tx, period, request, this.clock.today());
        demandAsPreviewed(sources, request);
        if (sources.blocks.length > 0) throw new PublicationBlocked(sources.blocks);
        const report = this.compose(sources, await this.audit.head(tx));
        const files = await this.files(report, printer);
        return this.keep(tx, who, sources, report, files);
      }),
    );
  }

  /** Reopens one report of a published period for correction; once per key. Throws `NotFound` and `WrongState`. */
  correct(who: Principal, period: PeriodCode, key: string, request: CorrectionRequest): Promise<{ reportId: string }> {
    const call = { key, personId: who.personId, request: { correct: period, ...request } };
    return this.database.write((tx) =>
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
    return recognise(await this.repository.known(this.database.read), checksumsOf(bytes));
  }

  private async planId(tx: Tx): Promise<string> {
    return (await this.plans.plan(tx, this.clock.today())).id;
  }

  private compose(sources: Sources, auditHead: string): PublishedReport {
    return sources.compose({ publishedAt: this.clock.now(), auditHead });
  }

  private async files(report: PublishedReport, shared?: PdfPrinter): Promise<ReportFile[]> {
    const printer = shared ?? new PdfPrinter();
    try {
      const printed = await printer.print(report, canonicalOf(report).sha256);
      // Where there is no compiler for the platform there is no PDF; any other failure is a failed publication.
      if (!printed.ok && printed.error !== 'unavailable') throw new PdfNotMade(printed.error);
      return await reportFiles(report, printed.ok ? printed.pdf : null);
    } finally {
      if (!shared) printer.close();
    }
  }

  private async keep(
    tx: Tx,
    who: Principal,
    sources: Sources,
    report: PublishedReport,
    files: readonly ReportFile[],
  ): Promise<PublicationReceipt> {
    const { period, plan, ready } = sources;
    const kind = kindOf(period);
    const { canonical, sha256 } = canonicalOf(report);
    const publicationId = await this.repository.ensure(tx, plan.id, kind, period);
    await this.reports.publish(tx, who, ready.flatMap(approvedOnly));
    await this.repository.insert(
      tx,
      {
        publicationId,
        number: report.version,
        slug: report.slug,
        canonical,
        sha256,
        contentHash: sources.contentHash ?? sha256,
        auditHead: report.auditHead,
        publishedAt: new Date(report.publishedAt),
        publishedBy: who,
        correctionReason: report.correction?.reason ?? null,
      },
      files,
      ready,
    );
    const listed = files.map(({ name, format, mediaType, bytes, sha256: hash }) => ({
      name,
      format,
      mediaType,
      bytes,
      sha256: hash,
    }));
    await this.audit.append(tx, {
      kind: 'publication.publish',
      actor: who,
      subject: { type: 'publication', id: publicationId },
      data: {
        period,
        version: report.version,
        sha256,
        files: listed.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
      },
    });
    const { version, slug, publishedAt } = report;
    return { period, kind, version, slug, sha256, publishedAt, files: listed };
  }
}

const readReport = (canonical: string): PublishedReport => PublishedReport.parse(JSON.parse(canonical));

const approvedOnly = ({ id, state, sha256 }: Sources['ready'][number]): { id: string; sha256: string }[] =>
  state === 'approved' && sha256 ? [{ id, sha256 }] : [];

function demandAsPreviewed({ nextVersion, contentHash }: Sources, request: PublishRequest): void {
  const sameVersion = request.version === nextVersion;
  const sameContent = request.contentHash === undefined || request.contentHash === contentHash;
  if (!sameVersion || !sameContent) throw new PreviewOutdated({ nextVersion, contentHash });
}
