// One statement for each question of the bench, in the shape that the product responds with: what a bare handler asks.

const ORDERED = (/** @type {string} */ table, /** @type {string} */ order) =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.${order}), '[]') FROM ${table} x WHERE x.plan_id = plan.id)`;

const IN_FORCE = (/** @type {string} */ on) => `(
  SELECT to_jsonb(v) FROM target_version v WHERE v.target_id = t.id AND v.valid_from <= ${on}
  ORDER BY v.valid_from DESC LIMIT 1)`;

const INDICATOR = `(
  SELECT to_jsonb(i) || jsonb_build_object('milestones',
    (SELECT coalesce(jsonb_agg(m ORDER BY m.position), '[]') FROM milestone m WHERE m.target_id = i.target_id))
  FROM indicator i WHERE i.target_id = t.id)`;

const VALUES = `(SELECT coalesce(jsonb_agg(v ORDER BY v.period), '[]') FROM entry_value v WHERE v.entry_id = e.id)`;

/** Earlier reports of the target `t`, as they were approved; `told`, `at` and `of` are theirs. */
const EARLIER = `
  FROM entry told JOIN report of ON of.id = told.report_id JOIN reporting_period at ON at.id = of.period_id
  WHERE told.target_id = t.id AND of.state IN ('approved', 'published')`;

export const STATEMENTS = {
  plan: `
    SELECT to_jsonb(plan) || jsonb_build_object(
      'goals', ${ORDERED('overarching_goal', 'number')}, 'drivers', ${ORDERED('driver', 'position')},
      'departments', ${ORDERED('department', 'position')}, 'amendments', ${ORDERED('amendment', 'valid_from')},
      'climateGoals', ${ORDERED('climate_goal', 'year')}, 'verdictScale', ${ORDERED('verdict_label', 'position')},
      'sources', ${ORDERED('source', 'position')},
      'focusAreas', (SELECT jsonb_agg(to_jsonb(a) || jsonb_build_object(
        'department', (SELECT to_jsonb(d) FROM department d WHERE d.id = a.department_id),
        'goalSlugs', (SELECT jsonb_agg(g.slug ORDER BY l.position) FROM focus_area_goal l
          JOIN overarching_goal g ON g.id = l.goal_id WHERE l.focus_area_id = a.id),
        'targets', (SELECT jsonb_agg(to_jsonb(t) || jsonb_build_object(
            'inForce', ${IN_FORCE('current_date')}, 'indicator', ${INDICATOR}) ORDER BY t.position)
          FROM target t WHERE t.focus_area_id = a.id)) ORDER BY a.number)
        FROM focus_area a WHERE a.plan_id = plan.id)) AS found
    FROM plan WHERE is_current`,
  report: `
    SELECT to_jsonb(r) || jsonb_build_object(
      'period', p.code, 'dueOn', p.due_on, 'focusArea', (SELECT to_jsonb(a) FROM focus_area a WHERE a.id = r.focus_area_id),
      'entries', (SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object(
          'values', ${VALUES}, 'target', ${IN_FORCE('p.ends_on')}, 'indicator', ${INDICATOR},
          'last', (SELECT to_jsonb(told) ${EARLIER} AND at.ends_on < p.starts_on ORDER BY at.ends_on DESC LIMIT 1),
          'series', (SELECT coalesce(jsonb_agg(v ORDER BY at.ends_on, v.period), '[]')
            FROM entry told JOIN entry_value v ON v.entry_id = told.id JOIN report of ON of.id = told.report_id
              JOIN reporting_period at ON at.id = of.period_id
            WHERE told.target_id = t.id AND of.state IN ('approved', 'published') AND at.ends_on < p.starts_on)
        ) ORDER BY e.position) FROM entry e JOIN target t ON t.id = e.target_id WHERE e.report_id = r.id),
      'comments', (SELECT coalesce(jsonb_agg(c ORDER BY c.created_at, c.position), '[]')
        FROM report_comment c WHERE c.report_id = r.id)) AS found
    FROM report r JOIN reporting_period p ON p.id = r.period_id WHERE r.id = $1`,
  results: `
    SELECT jsonb_build_object(
      'verdicts', (SELECT jsonb_agg(jsonb_build_object('reportId', r.id, 'period', p.code, 'focusAreaSlug', a.slug,
          'verdict', r.verdict, 'explanation', r.verdict_explanation, 'provenance', r.verdict_provenance) ORDER BY p.ends_on)
        FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN focus_area a ON a.id = r.focus_area_id
        WHERE p.plan_id = plan.id AND r.state IN ('approved', 'published')),
      'latest', (SELECT jsonb_agg(newest) FROM (
        SELECT DISTINCT ON (e.target_id) e.target_code AS "targetCode", p.code AS period, e.assessment, e.comment,
          e.provenance, (SELECT to_jsonb(v) FROM entry_value v WHERE v.entry_id = e.id ORDER BY v.period DESC LIMIT 1) AS value
        FROM entry e JOIN report r ON r.id = e.report_id JOIN reporting_period p ON p.id = r.period_id
        WHERE p.plan_id = plan.id AND r.state IN ('approved', 'published')
        ORDER BY e.target_id, p.ends_on DESC) newest)) AS found
    FROM plan WHERE is_current`,
  series: `
    SELECT jsonb_build_object('code', t.code,
      'series', (SELECT coalesce(jsonb_agg(v ORDER BY at.ends_on, v.period), '[]')
        FROM entry told JOIN entry_value v ON v.entry_id = told.id JOIN report of ON of.id = told.report_id
          JOIN reporting_period at ON at.id = of.period_id
        WHERE told.target_id = t.id AND of.state IN ('approved', 'published')),
      'entries', (SELECT coalesce(jsonb_agg(to_jsonb(told) || jsonb_build_object('period', at.code, 'state', of.state,
          'values', (SELECT coalesce(jsonb_agg(v ORDER BY v.period), '[]') FROM entry_value v WHERE v.entry_id = told.id),
          'target', ${IN_FORCE('at.ends_on')}) ORDER BY at.ends_on), '[]') ${EARLIER})) AS found
    FROM target t JOIN plan ON plan.id = t.plan_id AND plan.is_current WHERE t.code = $1`,
};
