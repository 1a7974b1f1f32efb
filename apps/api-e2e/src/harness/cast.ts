import type { Assignment } from '@malspar/identity-model';
import type { Plan } from '@malspar/plan-model';
import type { ReportingPeriod, ReportState, ReportSummary } from '@malspar/reporting-model';
import { people } from '../../../../tools/demo-identity-provider/people.mjs';
import type { TestApi } from './api.js';
import type { Person } from './person.js';

export interface Page<T> {
  readonly items: T[];
  readonly page: number;
  readonly limit: number;
  readonly total: number;
}

/** The demo account of the person with the name. */
export const keyOf = (name: string): string => {
  const person = people.find((each) => each.name === name);
  if (!person) throw new Error(`No demo account is named ${name}`);
  return person.key;
};

/** Who answers for what in the loaded plan, whatever it is, and where the open period's reports stand. */
export class Cast {
  private constructor(
    private readonly api: TestApi,
    readonly coordinator: Person,
    readonly plan: Plan,
    readonly openPeriod: ReportingPeriod,
    private readonly assignments: readonly Assignment[],
  ) {}

  static async of(api: TestApi): Promise<Cast> {
    const coordinator = await api.person('coordinator');
    const [plan, periods, assignments] = await Promise.all([
      coordinator.read<Plan>('plan'),
      coordinator.read<ReportingPeriod[]>('periods'),
      coordinator.read<Assignment[]>('assignments'),
    ]);
    const open = periods.find((period) => period.state === 'open');
    if (!open) throw new Error('No period is open');
    return new Cast(api, coordinator, plan, open, assignments);
  }

  /** The open period's reports, as the coordinator sees them, in the areas' order. */
  async reports(): Promise<ReportSummary[]> {
    return (await this.coordinator.read<Page<ReportSummary>>(`reports?period=${this.openPeriod.code}&limit=100`)).items;
  }

  /** The first report of the open period that is in the state. */
  async report(state: ReportState): Promise<ReportSummary> {
    const found = (await this.reports()).find((report) => report.state === state);
    if (!found) throw new Error(`No report of ${this.openPeriod.code} is ${state}`);
    return found;
  }

  /** The regular owner of the report's area. */
  owner(report: Pick<ReportSummary, 'focusArea'>): Promise<Person> {
    return this.holder(report.focusArea.id);
  }

  /** The manager of the department that carries the report's area. */
  manager(report: Pick<ReportSummary, 'focusArea'>): Promise<Person> {
    return this.holder(this.departmentIdOf(report));
  }

  departmentIdOf(report: Pick<ReportSummary, 'focusArea'>): string {
    return this.plan.focusAreas.find((area) => area.id === report.focusArea.id)!.department.id;
  }

  /** The accounts that answer for something of the kind and hold no other role. */
  keysOf(kind: 'owner' | 'manager'): string[] {
    const keys = this.assignments.filter((each) => each.kind === kind).map((each) => keyOf(each.personName));
    return [...new Set(keys)].filter((key) => people.find((each) => each.key === key)?.roles.length === 1);
  }

  /** Whether the account has anything to do with the scope, or has had. */
  isTiedTo(key: string, scopeId: string): boolean {
    return this.assignments.some((each) => each.scopeId === scopeId && keyOf(each.personName) === key);
  }

  /** Whether the account stands in for somebody there today. */
  isDeputy(key: string, scopeId: string): boolean {
    const there = this.assignments.filter((each) => each.scopeId === scopeId && each.deputy && each.inForce);
    return there.some((each) => keyOf(each.personName) === key);
  }

  personIdOf(key: string): string {
    const assignment = this.assignments.find((each) => keyOf(each.personName) === key);
    if (!assignment) throw new Error(`${key} answers for nothing`);
    return assignment.personId;
  }

  private holder(scopeId: string): Promise<Person> {
    const regular = this.assignments.find((each) => each.scopeId === scopeId && each.inForce && !each.deputy);
    if (!regular) throw new Error(`Nobody answers for ${scopeId}`);
    return this.api.person(keyOf(regular.personName));
  }
}
