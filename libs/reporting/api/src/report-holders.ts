import { AssignmentService, PeopleService } from '@malspar/identity-api';
import { type ReportFacts, turnOf } from '@malspar/reporting-model';
import type { PlainDate } from '@malspar/shared-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';

type Turn = Pick<ReportFacts, 'state' | 'focusAreaId' | 'departmentId' | 'submittedBy' | 'endorsedBy'>;

/** Says whose turn it is, by name. */
@Injectable()
export class ReportHolders {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly people: PeopleService,
  ) {}

  /**
   * For each report the names of those who can take its next step: owners, managers or coordinators, without those whom
   * four eyes forbids it.
   */
  async namesFor(tx: Tx, reports: readonly Turn[], today: PlainDate): Promise<string[][]> {
    throw new Error(`${tx} ${reports} ${today}`);
  }
}
