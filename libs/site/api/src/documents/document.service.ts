import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Database,
  Idempotency,
  NotFound,
  sha256Hex,
  type Tx,
  validated,
  WrongState,
} from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import {
  documentAudit,
  DocumentDetails,
  type DocumentOrder,
  type DocumentReplacement,
  documentSlug,
  type PlanDocument,
} from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { PublicSiteService } from '../site/public-site.service.js';
import { NotAPublicPdf } from './document.errors.js';
import { DocumentRepository } from './document.repository.js';
import { pdfFault } from './pdf-checks.js';

const { kinds } = documentAudit;

/** The plan's documents on the public site: added, described, ordered, replaced and withdrawn; never deleted. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly repository: DocumentRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly site: PublicSiteService,
  ) {}

  /** Those that are listed first, in their order, then those that are withdrawn. */
  async list(): Promise<PlanDocument[]> {
    const tx = this.database.read;
    return this.repository.list(tx, await this.planId(tx));
  }

  /** The bytes of one version, also of a withdrawn document. Throws `NotFound`. */
  async file(id: string, version: number): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const tx = this.database.read;
    const planId = await this.planId(tx);
    const { slug } = await this.found(tx, planId, id);
    const bytes = await this.repository.bytes(tx, planId, id, version);
    if (!bytes) throw new NotFound();
    return { name: `${slug}-v${version}.pdf`, bytes };
  }

  /** Adds a document last in the list; once per key. Throws `NotAPublicPdf`. `illustrative`: made for show. */
  async upload(
    who: Principal,
    key: string,
    input: DocumentDetails,
    bytes: Buffer,
    illustrative = false,
  ): Promise<PlanDocument> {
    const details = validated(DocumentDetails, input);
    const sha256 = demandPdf(bytes);
    return this.change(who, key, { upload: details, sha256 }, async (tx, planId) => {
      const slug = documentSlug(details.title, await this.repository.slugs(tx));
      const at = this.clock.now();
      const id = await this.repository.insert(tx, planId, { ...details, slug, illustrative, at });
      await this.repository.insertVersion(tx, {
        documentId: id,
        number: 1,
        sha256,
        bytes,
        uploadedAt: at,
        uploadedBy: who,
      });
      const data = { ...details, slug, sha256, bytes: bytes.length };
      await this.audit.append(tx, { kind: kinds.upload, actor: who, subjectId: id, data });
      return this.found(tx, planId, id);
    });
  }

  /** A new file for a document; the old one is kept and keeps its address. Once per key. Throws as `upload`. */
  async replace(
    who: Principal,
    key: string,
    id: string,
    { date }: DocumentReplacement,
    bytes: Buffer,
  ): Promise<PlanDocument> {
    const sha256 = demandPdf(bytes);
    return this.change(who, key, { replace: id, date, sha256 }, async (tx, planId) => {
      const { title, language, revision, versions, withdrawnAt } = await this.found(tx, planId, id);
      if (withdrawnAt !== null) throw new WrongState('withdrawn');
      if (versions[0]?.sha256 === sha256) throw new WrongState('same-file');
      const [number, at] = [(versions[0]?.version ?? 0) + 1, this.clock.now()];
      await this.repository.insertVersion(tx, {
        documentId: id,
        number,
        sha256,
        bytes,
        uploadedAt: at,
        uploadedBy: who,
      });
      await this.repository.update(tx, id, revision, { title, language, date }, at);
      const data = { date, version: number, sha256, bytes: bytes.length };
      await this.audit.append(tx, { kind: kinds.replace, actor: who, subjectId: id, data });
      return this.found(tx, planId, id);
    });
  }

  /** Says something else of a document; its address stays. Throws `PreconditionFailed` when it has changed meanwhile. */
  async describe(who: Principal, id: string, revision: number, details: DocumentDetails): Promise<PlanDocument> {
    return this.write(who, async (tx, planId) => {
      const { title, date, language } = await this.found(tx, planId, id);
      if (!(await this.repository.update(tx, id, revision, details, this.clock.now()))) {
        const current = await this.found(tx, planId, id);
        throw await this.audit.changedMeanwhile(tx, who, { type: documentAudit.type, id }, current);
      }
      const data = { before: { title, date, language }, after: details };
      await this.audit.append(tx, { kind: kinds.change, actor: who, subjectId: id, data });
      return this.found(tx, planId, id);
    });
  }

  /** Puts the listed documents in another order. Throws `WrongState` when they are not the ones that are listed. */
  async order(who: Principal, { ids }: DocumentOrder): Promise<PlanDocument[]> {
    return this.write(who, async (tx, planId) => {
      const before = await this.repository.list(tx, planId);
      const listed = before.filter(({ position }) => position !== null).map(({ id }) => id);
      if ([...ids].sort().join() !== [...listed].sort().join()) throw new WrongState('documents-changed');
      if (ids.join() === listed.join()) return before;
      await this.repository.reorder(tx, planId, ids, this.clock.now());
      await this.audit.append(tx, {
        kind: kinds.order,
        actor: who,
        subjectId: planId,
        data: { ids: [...ids] },
      });
      return this.repository.list(tx, planId);
    });
  }

  /** Takes a document off the site; nothing is deleted. Done twice it is done once. Throws `NotFound`. */
  withdraw(who: Principal, id: string): Promise<PlanDocument> {
    return this.setWithdrawn(who, id, true);
  }

  /** Puts a withdrawn document back, last in the list. Done twice it is done once. Throws `NotFound`. */
  restore(who: Principal, id: string): Promise<PlanDocument> {
    return this.setWithdrawn(who, id, false);
  }

  private setWithdrawn(who: Principal, id: string, withdrawn: boolean): Promise<PlanDocument> {
    return this.write(who, async (tx, planId) => {
      const before = await this.found(tx, planId, id);
      if ((before.withdrawnAt !== null) === withdrawn) return before;
      await this.repository.setWithdrawn(tx, planId, id, withdrawn, this.clock.now());
      const kind = withdrawn ? kinds.withdraw : kinds.restore;
      await this.audit.append(tx, { kind, actor: who, subjectId: id, data: { title: before.title } });
      return this.found(tx, planId, id);
    });
  }

  private change(
    who: Principal,
    key: string,
    request: object,
    work: (tx: Tx, planId: string) => Promise<PlanDocument>,
  ): Promise<PlanDocument> {
    const call = { key, personId: who.personId, request };
    return this.write(who, (tx, planId) => this.idempotency.once(tx, call, () => work(tx, planId)));
  }

  private async write<T>(who: Principal, work: (tx: Tx, planId: string) => Promise<T>): Promise<T> {
    const done = await this.writes.write(who, 'site.edit', async (tx) => {
      await this.repository.lock(tx);
      return work(tx, await this.planId(tx));
    });
    await this.site.renew();
    return done;
  }

  private async found(tx: Tx, planId: string, id: string): Promise<PlanDocument> {
    const document = await this.repository.one(tx, planId, id);
    if (!document) throw new NotFound();
    return document;
  }

  private async planId(tx: Tx): Promise<string> {
    const planId = await this.repository.currentPlan(tx);
    if (planId === null) throw new NotFound();
    return planId;
  }
}

/** The file's hash. */
function demandPdf(bytes: Buffer): string {
  const fault = pdfFault(bytes);
  if (fault) throw new NotAPublicPdf(fault);
  return sha256Hex(bytes);
}
