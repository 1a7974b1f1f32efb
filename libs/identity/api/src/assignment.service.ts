import { type Assignment, assignmentAudit, AssignmentInput, inputOf } from '@malspar/identity-model';
import {
  AuditLog,
  AuthorizedWrites,
  Clock,
  Database,
  NotFound,
  type Tx,
  validated,
  WrongState,
} from '@malspar/shared-api';
import { addDays, type PlainDate, type Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { AssignmentRepository, type AssignmentRow, type FoundAssignment } from './assignment.repository.js';
import { scopeIdOf } from './assignment.scope.js';
import { AssignmentOverlaps, UnknownReference } from './identity.errors.js';

const { kinds } = assignmentAudit;

/** Who answers for what, and when. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<Assignment[]> {
    const today = this.clock.today();
    return (await this.assignments.all(this.database.read)).map((row) => toAssignment(row, today));
  }

  /** Throws `AssignmentOverlaps` or `UnknownReference`. */
  async create(by: Principal | 'system', given: AssignmentInput): Promise<Assignment> {
    const input = validated(AssignmentInput, given);
    return this.write(by, async (tx, who) => {
      const id = await explained(this.assignments.insert(tx, toRow(input)));
      await this.audit.append(tx, { kind: kinds.create, actor: who, subjectId: id, data: input });
      return this.present(tx, id);
    });
  }

  /** Throws `NotFound`, `PreconditionFailed` when the version is not the current one, or as `create`. */
  change(by: Principal, id: string, version: number, input: AssignmentInput): Promise<Assignment> {
    return this.write(by, async (tx, who) => {
      const before = await this.present(tx, id);
      if (!(await explained(this.assignments.update(tx, id, version, toRow(input))))) {
        throw await this.audit.changedMeanwhile(tx, who, { type: assignmentAudit.type, id }, before);
      }
      const data = { before: inputOf(before), after: input };
      await this.audit.append(tx, { kind: kinds.change, actor: who, subjectId: id, data });
      return this.present(tx, id);
    });
  }

  /**
   * Ends an assignment at once. One that has not begun is taken away; one that has served keeps its days, the last of
   * them yesterday. Throws `NotFound`, or `WrongState` when it had ended already.
   */
  remove(by: Principal, id: string): Promise<void> {
    return this.write(by, async (tx, who) => {
      const before = await this.present(tx, id);
      const [today, yesterday] = [this.clock.today(), addDays(this.clock.today(), -1)];
      if (before.to !== null && before.to < today) throw new WrongState('has-ended');
      const served = before.from < today;
      if (served) await this.assignments.end(tx, id, yesterday);
      else await this.assignments.remove(tx, id);
      const data = { ...inputOf(before), ...(served ? { to: yesterday } : {}) };
      await this.audit.append(tx, { kind: served ? kinds.end : kinds.remove, actor: who, subjectId: id, data });
    });
  }

  private write<T>(by: Principal | 'system', work: (tx: Tx, who: Principal | 'system') => Promise<T>): Promise<T> {
    if (by === 'system') return this.database.write((tx) => work(tx, by));
    return this.writes.write(by, 'assignments.edit', work);
  }

  private async present(tx: Tx, id: string): Promise<Assignment> {
    const row = await this.assignments.find(tx, id);
    if (!row) throw new NotFound();
    return toAssignment(row, this.clock.today());
  }
}

const toRow = ({ personId, kind, scopeId, deputy, from, to }: AssignmentInput): AssignmentRow => ({
  personId,
  kind,
  focusAreaId: kind === 'owner' ? scopeId : null,
  departmentId: kind === 'manager' ? scopeId : null,
  deputy,
  startsOn: from,
  endsOn: to,
});

const toAssignment = (row: FoundAssignment, today: PlainDate): Assignment => ({
  id: row.id,
  personId: row.personId,
  personName: row.personName,
  kind: row.kind,
  scopeId: scopeIdOf(row),
  deputy: row.deputy,
  from: row.startsOn,
  to: row.endsOn,
  inForce: row.startsOn <= today && (row.endsOn === null || row.endsOn >= today),
  version: row.version,
});

/** The table carries the rules; this says which one was broken, in the words of the domain. */
async function explained<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
    if (constraint === 'ex_assignment_overlap') throw new AssignmentOverlaps();
    if (constraint === 'fk_assignment_person_id') throw new UnknownReference('/personId');
    if (constraint?.startsWith('fk_assignment_')) throw new UnknownReference('/scopeId');
    throw error;
  }
}
