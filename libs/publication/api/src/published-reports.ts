import { PublishedReport } from '@malspar/environmental-report-model';
import type { Tx } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { PublicationRepository } from './publication.repository.js';

/** Every published version of a plan, with the hashes of what there is. */
export interface PublishedReportsRead {
  readonly hashes: readonly string[];
  readonly reports: readonly PublishedReport[];
}

/** Published versions, read once: what is published never changes. */
@Injectable()
export class PublishedReports {
  /** By hash, of the plan that was last read. */
  #known = new Map<string, PublishedReport>();

  constructor(private readonly repository: PublicationRepository) {}

  async ofPlan(tx: Tx, planId: string): Promise<PublishedReportsRead> {
    const hashes = await this.repository.hashes(tx, planId);
    const known = new Map(this.#known);
    const unknown = hashes.filter((sha256) => !known.has(sha256));
    const rows = unknown.length > 0 ? await this.repository.canonicals(tx, unknown) : [];
    for (const { sha256, canonical } of rows) known.set(sha256, PublishedReport.parse(JSON.parse(canonical)));
    const reports = new Map(hashes.flatMap((sha256) => [...entryOf(known, sha256)]));
    this.#known = reports;
    return { hashes, reports: [...reports.values()] };
  }
}

const entryOf = (known: ReadonlyMap<string, PublishedReport>, sha256: string): [string, PublishedReport][] => {
  const report = known.get(sha256);
  return report ? [[sha256, report]] : [];
};
