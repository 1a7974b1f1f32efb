import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an indicator's values mean, as the plan states it: what a period's value covers, how a year's value comes from
 * its periods, what kind of quantity the unit is, and what a value can be. Null is not stated: nothing is concluded.
 */
export class IndicatorMeaning1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator
        ADD COLUMN covers text CONSTRAINT ck_indicator_covers
          CHECK (covers IN ('period', 'year_to_date', 'rolling_twelve_months', 'point_in_time')),
        ADD COLUMN year_from text CONSTRAINT ck_indicator_year_from
          CHECK (year_from IN ('sum', 'mean', 'weighted_mean', 'last', 'reported')),
        ADD COLUMN year_weights text CONSTRAINT ck_indicator_year_weights
          CHECK (year_weights IS NULL OR
            (year_weights ~ '^[0-9.]+( [0-9.]+){2,3}$' AND year_from IS NOT DISTINCT FROM 'weighted_mean')),
        ADD COLUMN quantity_kind text CONSTRAINT ck_indicator_quantity_kind
          CHECK (quantity_kind IN ('level', 'share', 'index', 'change_since_base', 'change_per_year')),
        ADD COLUMN min_value numeric(18, 6),
        ADD COLUMN max_value numeric(18, 6),
        ADD CONSTRAINT ck_indicator_range CHECK (min_value <= max_value),
        ADD CONSTRAINT ck_indicator_meaning CHECK (kind = 'numeric' OR
          num_nonnulls(covers, year_from, year_weights, quantity_kind, min_value, max_value) = 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator
        DROP CONSTRAINT ck_indicator_meaning,
        DROP CONSTRAINT ck_indicator_range,
        DROP COLUMN covers, DROP COLUMN year_from, DROP COLUMN year_weights, DROP COLUMN quantity_kind,
        DROP COLUMN min_value, DROP COLUMN max_value`);
  }
}
