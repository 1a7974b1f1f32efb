import { Database, type Tx, VersionedMemory } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { type ApprovedEntryRow, EntryRepository } from './entry.repository.js';

/** What approved and published reports have said; from memory for reads outside a transaction. */
@Injectable()
export class ApprovedEntries {
  readonly #ofAreas = new VersionedMemory<readonly ApprovedEntryRow[]>('approved-word');
  readonly #responsibles = new VersionedMemory<readonly string[]>('approved-word');

  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
  ) {}

  /** Every approved entry of the areas, oldest period first, in the plan's order. */
  ofAreas(tx: Tx, areaIds: readonly string[]): Promise<readonly ApprovedEntryRow[]> {
    const ids = [...new Set(areaIds)].sort();
    const read = () => this.entries.approvedOfAreas(tx, ids);
    return tx === this.database.read ? this.#ofAreas.get(ids.join(' '), read) : read();
  }

  /** As `EntryRepository.responsibles`. */
  responsibles(tx: Tx, planId: string, areaId: string): Promise<readonly string[]> {
    const read = () => this.entries.responsibles(tx, planId, areaId);
    return tx === this.database.read ? this.#responsibles.get(`${planId} ${areaId}`, read) : read();
  }
}
