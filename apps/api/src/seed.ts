import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PlanFileRefused } from '@malspar/plan-api';
import { readCommandConfig } from './config.js';
import { seed } from './seed-data.js';

const { values } = parseArgs({ options: { plan: { type: 'string' }, demo: { type: 'boolean', default: false } } });
const file = values.plan ?? process.env['PLAN_FILE'];
if (!file) throw new Error('Usage: seed --plan FILE [--demo]');
const demoModule = values.demo ? process.env['DEMO_IDP_MODULE'] : undefined;
if (values.demo && !demoModule) throw new Error('--demo needs DEMO_IDP_MODULE, where the demo people are.');

try {
  const { plan, reports, published } = await seed(readCommandConfig(), {
    plan: JSON.parse(readFileSync(file, 'utf8')) as unknown,
    demoModule,
    publishPast: values.demo,
  });
  console.log(
    `${plan.title}: ${plan.outcome}, ${plan.focusAreas} areas, ${plan.targets} targets, ${reports} reports, ${published} published`,
  );
  for (const { table, change, name } of plan.changes.filter((each) => each.table === 'department'))
    console.log(`${table} ${name}: ${change} as the file proposes`);
  for (const { table, name, field, stands, proposed } of plan.kept)
    console.log(
      `${table} ${name}: ${field} stays "${stands}"; the file ${proposed ? `proposes "${proposed}"` : 'does not name it'}`,
    );
  for (const { path, message } of plan.warnings) console.warn(`${file}: ${path}  ${message.en}`);
} catch (error) {
  if (error instanceof SyntaxError) console.error(`${file} is not JSON: ${error.message}`);
  else if (error instanceof PlanFileRefused) console.error([`${file} is refused:`, ...error.lines('en')].join('\n'));
  else throw error;
  process.exitCode = 1;
}
