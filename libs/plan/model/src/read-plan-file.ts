import type { CheckedPlan } from './checked-plan.js';
import { FileCursor } from './file-cursor.js';
import { meaningFaults } from './meaning-checks.js';
import { numberFaults } from './number-checks.js';
import { originFaults } from './origin-checks.js';
import { periodFaults } from './period-checks.js';
import { planEndFaults } from './plan-end-checks.js';
import { PlanFile } from './plan-file.js';
import { type PlanFileError, type PlanFileFault, tell } from './plan-file-faults.js';
import { referenceFaults } from './reference-checks.js';
import { resolvePlan } from './resolve-plan.js';
import { shapeFaults } from './shape-faults.js';
import { yearFaults } from './year-checks.js';

export type PlanFileReading =
  { readonly ok: true; readonly plan: CheckedPlan } | { readonly ok: false; readonly errors: readonly PlanFileError[] };

const CHECKS = [yearFaults, referenceFaults, periodFaults, planEndFaults, numberFaults, meaningFaults, originFaults];

/** At one place, only what was found first: a wrong shape makes everything else said of the place moot. */
function firstAtEachPlace(faults: readonly PlanFileFault[]): PlanFileFault[] {
  const seen = new Set<string>();
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/**
 * Reads a whole plan file: every fault in it, each with its place (JSON Pointer) and a text in both languages; or the
 * plan with everything inherited written out. Never throws, whatever it is given.
 */
export function readPlanFile(json: unknown): PlanFileReading {
  const parsed = PlanFile.safeParse(json);
  const file = new FileCursor(json);
  const shape = parsed.success ? [] : shapeFaults(parsed.error.issues, json);
  const faults = firstAtEachPlace([...shape, ...CHECKS.flatMap((check) => check(file))]);
  if (parsed.success && faults.length === 0) return { ok: true, plan: resolvePlan(parsed.data) };
  return { ok: false, errors: faults.map(tell) };
}
