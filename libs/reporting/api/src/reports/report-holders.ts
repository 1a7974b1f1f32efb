import { ActingPeople, type ActingPeopleFound } from '@malspar/identity-api';
import { type ReportFacts, turnOf } from '@malspar/reporting-model';
import type { Tx } from '@malspar/shared-api';
import type { PlainDate } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';

type Turn = Pick<ReportFacts, 'state' | 'focusAreaId' | 'departmentId' | 'submittedBy' | 'endorsedBy'>;

/** Says whose turn it is, by name. */
@Injectable()
export class ReportHolders {
  constructor(private readonly people: ActingPeople) {}

  /**
   * For each report the names of those who can take its next transition: owners, managers or coordinators, without those whom
   * four eyes forbids it.
   */
  async namesFor(tx: Tx, reports: readonly Turn[], today: PlainDate): Promise<string[][]> {
    const found = await this.people.find(
      tx,
      {
        scopeIds: [...new Set(reports.flatMap((report) => scopeOf(report) ?? []))],
        role: reports.some((report) => turnOf(report.state) === 'coordinator') ? 'coordinator' : null,
      },
      today,
    );
    return reports.map((report) => holdersAmong(report, found));
  }
}

/** As `namesFor`, of one report and those who were found for it. */
export const holdersAmong = (report: Turn, found: ActingPeopleFound): string[] => [...new Set(those(report, found))];

function scopeOf(report: Turn): string | null {
  const turn = turnOf(report.state);
  if (turn === 'owner') return report.focusAreaId;
  return turn === 'manager' ? report.departmentId : null;
}

function those(report: Turn, found: ActingPeopleFound): string[] {
  const turn = turnOf(report.state);
  if (turn === null) return [];
  const scope = scopeOf(report);
  const people = scope === null ? found.withRole : found.of(scope);
  const barred = turn === 'owner' ? [] : [report.submittedBy, report.endorsedBy];
  return people.filter((person) => !barred.includes(person.personId)).map((person) => person.name);
}
