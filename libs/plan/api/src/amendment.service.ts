import { randomUUID } from 'node:crypto';
import { targetAudit, type TargetAmendmentInput, validFromOf } from '@malspar/plan-model';
import { compareDecimals, decimalsOf, type FieldError, type PlainDate, type Principal } from '@malspar/shared-model';
import { AuditLog, Invalid, NotFound, type Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { PlanWritingRepository } from './plan-writing.repository.js';
import type { AmendmentEntity } from './plan.entity.js';
import type { IndicatorEntity, TargetVersionEntity } from './target.entity.js';

/** Changes what a target says, the only way there is: by a dated decision with a reason. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly repository: PlanWritingRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Amends a target of the current plan; reports on periods that ended before keep the target they had. Throws
   * `NotFound`, or `Invalid` when it counts from no later than the last change, changes nothing or does not fit the
   * indicator.
   */
  async amendTarget(
    tx: Tx,
    who: Principal,
    code: string,
    input: TargetAmendmentInput,
  ): Promise<{ validFrom: PlainDate }> {
    const found = await this.repository.lockTarget(tx, code);
    if (!found) throw new NotFound();
    const { target, indicator, latest } = found;
    const validFrom = validFromOf(input.date);
    const errors = faultsOf(input, validFrom, latest, indicator);
    if (errors.length > 0) throw new Invalid(errors);

    const amendment = amendmentOf(input, validFrom, { planId: target.planId, targetId: target.id });
    const version = nextVersion(input, validFrom, latest, amendment.id);
    await this.repository.addAmendment(tx, amendment);
    await this.repository.addVersions(tx, [version]);
    await this.audit.append(tx, {
      kind: targetAudit.kinds.amend,
      actor: who,
      subjectId: target.id,
      data: { code, ...input, validFrom, before: saying(latest), after: saying(version) },
    });
    return { validFrom };
  }
}

const saying = ({ title, targetYear, targetValue }: TargetVersionEntity) => ({ title, targetYear, targetValue });

const amendmentOf = (
  { date, text, decisionReference }: TargetAmendmentInput,
  validFrom: PlainDate,
  ids: { readonly planId: string; readonly targetId: string },
): AmendmentEntity => ({
  ...{ id: randomUUID(), ...ids, date, validFrom, position: 0, text, decisionReference },
  ...{ planEndFrom: null, planEndTo: null, provenance: 'reported', sourceKey: null },
});

function nextVersion(
  input: TargetAmendmentInput,
  validFrom: PlainDate,
  latest: TargetVersionEntity,
  amendmentId: string,
): TargetVersionEntity {
  const { title = latest.title, targetYear = latest.targetYear, targetValue } = input;
  const said = { ...latest, id: randomUUID(), amendmentId, validFrom, title, targetYear };
  if (targetValue === undefined) return said;
  return { ...said, targetValue, targetValueProvenance: 'reported', targetValueSourceKey: null };
}

function faultsOf(
  { title, targetYear, targetValue }: TargetAmendmentInput,
  validFrom: PlainDate,
  latest: TargetVersionEntity,
  indicator: IndicatorEntity,
): FieldError[] {
  const faults: FieldError[] = [];
  if (validFrom <= latest.validFrom) {
    faults.push({ pointer: '/date', code: 'not-after-last-change', params: { last: latest.validFrom } });
  }
  if (targetYear !== undefined && targetYear < Number(validFrom.slice(0, 4))) {
    faults.push({ pointer: '/targetYear', code: 'already-past' });
  }
  if (targetValue !== undefined && indicator.kind === 'milestone') {
    faults.push({ pointer: '/targetValue', code: 'not-numeric' });
  } else if (targetValue !== undefined && decimalsOf(targetValue) > indicator.decimals) {
    faults.push({ pointer: '/targetValue', code: 'too-many-decimals', params: { decimals: indicator.decimals } });
  }
  const same =
    (title === undefined || title === latest.title) &&
    (targetYear === undefined || targetYear === latest.targetYear) &&
    (targetValue === undefined ||
      (latest.targetValue !== null && compareDecimals(targetValue, latest.targetValue) === 0));
  return same ? [...faults, { pointer: '', code: 'changes-nothing' }] : faults;
}
