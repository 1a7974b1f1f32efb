import type { Tx } from '@malspar/shared-api';
import type { PlainDate, Role } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { type ActingPersonRow, ActingPeopleRepository } from './acting-people.repository.js';

interface ActingPerson {
  readonly personId: string;
  readonly name: string;
}

export interface ActingPeopleFound {
  /** Who answers for a focus area or department today, regular holders before deputies. */
  of(scopeId: string): readonly ActingPerson[];
  /** Who holds the role that was asked for, by the latest sign-in. */
  readonly withRole: readonly ActingPerson[];
}

/** Those who were found by a statement with `actingPeople`. */
export const foundAmong = (rows: readonly ActingPersonRow[]): ActingPeopleFound => ({
  of: (scopeId) => rows.filter((row) => row.scopeId === scopeId),
  withRole: rows.filter((row) => row.scopeId === null),
});

/** Finds those who can act, for many scopes and one role at once. */
@Injectable()
export class ActingPeople {
  constructor(private readonly repository: ActingPeopleRepository) {}

  /** One statement, or none when nobody is asked for. */
  async find(
    tx: Tx,
    asked: { readonly scopeIds: readonly string[]; readonly role: Role | null },
    today: PlainDate,
  ): Promise<ActingPeopleFound> {
    const nobody = asked.scopeIds.length === 0 && asked.role === null;
    return foundAmong(nobody ? [] : await this.repository.find(tx, asked.scopeIds, asked.role, today));
  }

  /** Whether the person had an assignment for any of the scopes that has ended. */
  hadAssignment(tx: Tx, personId: string, scopeIds: readonly string[], today: PlainDate): Promise<boolean> {
    return this.repository.hadAssignment(tx, personId, scopeIds, today);
  }
}
