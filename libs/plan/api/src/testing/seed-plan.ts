import { readFileSync } from 'node:fs';
import { type CheckedPlan, readPlanFile } from '@malspar/plan-model';

/** A plan file of the seed, read. */
export function seedPlan(name: string): { json: object; plan: CheckedPlan } {
  const json = JSON.parse(readFileSync(`tools/seed/data/${name}.json`, 'utf8')) as object;
  const reading = readPlanFile(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return { json, plan: reading.plan };
}
