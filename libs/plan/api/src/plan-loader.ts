import { randomUUID } from 'node:crypto';
import { loadingAudit, type CheckedPlan, type PlanFileError, planWarnings, readPlanFile } from '@malspar/plan-model';
import { AuditLog, Clock, Database, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { keepingEdits, type KeptAsEdited } from './plan-proposals.js';
import { type IdOf, idsIn, rowsOf } from './plan-rows.js';
import { amendmentRows, firstTargetYear, steppedVersion, stepsOf, versionsOfNewTarget } from './plan-steps.js';
import { type PlanRowChange, PlanWritingRepository } from './plan-writing.repository.js';
import type { AmendmentEntity } from './plan.entity.js';
import { PlanFileRefused } from './plan.errors.js';
import { newAmendments, settledMatters, type StoredPlan } from './settled-matters.js';
import type { TargetVersionEntity } from './target.entity.js';

/** What loading a plan file did. */
export interface PlanLoading {
  readonly planId: string;
  readonly slug: string;
  readonly title: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  /** Whether the plan became the current one by this. */
  readonly madeCurrent: boolean;
  readonly focusAreas: number;
  readonly targets: number;
  /** New versions of targets, by amendments in the file or because the target is new. */
  readonly targetVersions: number;
  readonly changes: readonly PlanRowChange[];
  /** What the file proposes otherwise than it stands in the application, where it has been edited: it stands. */
  readonly kept: readonly KeptAsEdited[];
  /** What to look at in the file; none of it stopped the plan from being loaded. */
  readonly warnings: readonly PlanFileError[];
}

/** More than this is told by number only. */
const CHANGES_IN_LOG = 200;

/**
 * Brings a plan file into the database, whole or not at all; the same file a second time changes nothing, and no file
 * takes back how departments have been edited in the application.
 */
@Injectable()
export class PlanLoader {
  constructor(
    private readonly database: Database,
    private readonly repository: PlanWritingRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads the file and makes its plan the current one. Throws `PlanFileRefused`, and writes nothing, when the file has
   * a fault or would change what is settled: what targets say, the plan's time, areas that reports refer to.
   */
  async load(json: unknown): Promise<PlanLoading> {
    const read = readPlanFile(json);
    if (!read.ok) throw new PlanFileRefused(read.errors);
    return this.database.write(async (tx) => {
      await this.repository.lock(tx);
      const loading = await this.bringIn(tx, read.plan, await this.repository.stored(tx, read.plan.plan.slug));
      await this.log(tx, loading);
      return loading;
    });
  }

  private async bringIn(tx: Tx, file: CheckedPlan, stored: StoredPlan | null): Promise<PlanLoading> {
    const idOf = idsIn(stored?.rows ?? null, randomUUID);
    const { rows, kept } = keepingEdits(rowsOf(file, idOf), stored?.rows ?? null);
    const { slug, title } = file.plan;
    const planId = idOf('plan', slug);
    const amendments = amendmentRows(file.plan.amendments, stored?.amendments ?? [], planId, randomUUID);
    const faults = stored ? settledMatters(file, amendments, stored) : [];
    if (faults.length > 0) throw new PlanFileRefused(faults);

    const changes = await this.repository.bringUpToDate(tx, stored?.rows ?? null, rows);
    const worded = await this.repository.writeAmendments(tx, stored?.amendments ?? [], amendments);
    const versions = this.newVersions(file, idOf, amendments, stored);
    await this.repository.addVersions(tx, versions);
    const madeCurrent = await this.repository.makeCurrent(tx, planId);

    const written = changes.length + worded.added.length + worded.changed.length + versions.length;
    const outcome = !stored ? 'created' : written > 0 ? 'updated' : 'unchanged';
    const counts = { focusAreas: rows.focusArea.length, targets: rows.target.length, targetVersions: versions.length };
    return { planId, slug, title, outcome, madeCurrent, ...counts, changes, kept, warnings: planWarnings(file) };
  }

  /** First versions of targets that are new, and the next one of every target for each new step of the plan. */
  private newVersions(
    file: CheckedPlan,
    idOf: IdOf,
    amendments: readonly AmendmentEntity[],
    stored: StoredPlan | null,
  ): TargetVersionEntity[] {
    const planId = idOf('plan', file.plan.slug);
    const steps = stepsOf(amendments);
    const newSteps = stepsOf(newAmendments(amendments, stored?.amendments ?? []));
    const latest = new Map(stored?.versions.map((version) => [version.targetId, version]) ?? []);
    // A target that comes later was not part of the plan before: it counts from today.
    const today = this.clock.today();
    const validFrom = stored && today > file.plan.start ? today : file.plan.start;
    const past = steps.filter((step) => step.validFrom <= validFrom);
    const targetYear = past.at(-1)?.targetYear ?? firstTargetYear(file);
    return file.focusAreas
      .flatMap((area) => area.targets)
      .flatMap((target) => {
        const targetId = idOf('target', target.code);
        const before = latest.get(targetId);
        if (before) return newSteps.map((step) => steppedVersion(before, step, randomUUID()));
        return versionsOfNewTarget(target, { planId, targetId, validFrom, targetYear }, steps, randomUUID);
      });
  }

  private async log(tx: Tx, loading: PlanLoading): Promise<void> {
    const { planId, slug, title, outcome, madeCurrent, focusAreas, targets, targetVersions, changes } = loading;
    if (outcome === 'unchanged' && !madeCurrent) return;
    const detail = outcome === 'created' ? [] : changes.slice(0, CHANGES_IN_LOG);
    await this.audit.append(tx, {
      kind: loadingAudit.kinds.load,
      actor: 'system',
      subjectId: planId,
      data: {
        slug,
        title,
        focusAreas,
        targets,
        targetVersions,
        outcome,
        madeCurrent,
        changed: changes.length,
        changes: detail.map(({ fields, ...change }) => ({ ...change, fields: [...fields] })),
      },
    });
  }
}
