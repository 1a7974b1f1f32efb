import type { ReportingClient } from './reporting-client';

/** Names of the fields that said something else before, by target; null: of the verdict and the year. */
export type RewordedFields = ReadonlyMap<string | null, readonly string[]>;

/** The fields of a report that have earlier wordings; null when they could not be read, which hinders no writing. */
export async function rewordedFields(client: ReportingClient, reportId: string): Promise<RewordedFields | null> {
  try {
    const found = new Map<string | null, string[]>();
    for (let page = 1, left = true; left; page++) {
      const { items, limit, total } = await client.earlierWordings(reportId, {}, page);
      items.forEach(({ targetCode, field }) => found.set(targetCode, [...(found.get(targetCode) ?? []), field]));
      left = page * limit < total;
    }
    return found;
  } catch {
    return null;
  }
}
