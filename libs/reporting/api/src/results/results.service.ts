import { PlanService } from '@malspar/plan-api';
import {
  type AreaResults,
  expectedOn,
  type PlanResults,
  type SeriesPoint,
  type TargetResults,
} from '@malspar/reporting-model';
import { comparePeriods } from '@malspar/shared-model';
import { Clock, Database } from '@malspar/shared-api';
import { Injectable } from '@nestjs/common';
import { targetYears } from '../reports/report-year.js';
import { areaOf, contentOf, earlierEntryOf, seriesOf } from '../reports/reports.js';
import { ResultsRepository } from './results.repository.js';

/** What approved and published reports say of the plan and its targets. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly results: ResultsRepository,
    private readonly clock: Clock,
  ) {}

  /** Every verdict and the latest entry of each target, in the plan's order; periods oldest first. */
  async ofPlan(): Promise<PlanResults> {
    const tx = this.database.read;
    const plan = await this.plans.plan(tx, this.clock.today());
    const verdicts = await this.results.verdicts(tx, plan.id);
    const latest = new Map((await this.results.latest(tx, plan.id)).map((row) => [row.targetCode, row]));
    return {
      periods: [...new Set(verdicts.map((row) => row.period))].sort(comparePeriods),
      verdicts: verdicts.map(({ focusAreaId, ...row }) => ({
        ...row,
        focusAreaSlug: areaOf(plan, focusAreaId).slug,
      })),
      latest: plan.focusAreas
        .flatMap((area) => area.targets)
        .flatMap((target) => latest.get(target.code) ?? [])
        .map(({ value, ...row }) => ({ ...row, value: value && { ...value, provisional: false } })),
    };
  }

  /** The values of an area's targets over time, oldest first, in the plan's order. Throws `NotFound`. */
  async ofArea(slug: string): Promise<AreaResults> {
    const tx = this.database.read;
    const area = await this.plans.focusArea(tx, slug, this.clock.today());
    const rows = await this.results.approvedOfTargets(
      tx,
      area.targets.map(({ id }) => id),
    );
    return {
      targets: area.targets.map(({ id, code }) => ({
        code,
        series: inTime(seriesOf(rows.filter((row) => row.targetId === id))),
      })),
    };
  }

  /** A target's values and entries over time, oldest first, and where it should be today. Throws `NotFound`. */
  async ofTarget(code: string): Promise<TargetResults> {
    const tx = this.database.read;
    const today = this.clock.today();
    const target = await this.plans.target(tx, code, today);
    const rows = await this.results.approvedOfTargets(tx, [target.id]);
    return {
      code: target.code,
      series: inTime(seriesOf(rows)),
      entries: rows.map((row) => ({
        ...earlierEntryOf(row),
        reportId: row.reportId,
        state: row.state,
        parts: contentOf(row).content.parts,
        target: target.versions.findLast((version) => version.validFrom <= row.endsOn) ?? target.inForce,
      })),
      years: targetYears(rows),
      expectedToday: expectedOn(target.indicator, target.inForce, today),
    };
  }
}

const inTime = (series: readonly SeriesPoint[]): SeriesPoint[] =>
  [...series].sort((a, b) => comparePeriods(a.period, b.period));
