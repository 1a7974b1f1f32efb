import { parseArgs } from 'node:util';
import { PlanService } from '@malspar/plan-api';
import { AuditLog, Clock, Database } from '@malspar/shared-api';
import { withDomains } from './command.js';

const { values } = parseArgs({ options: { head: { type: 'string' } } });
if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head)) {
  throw new Error('--head is a hash of 64 hexadecimal digits, as printed in a published report.');
}

const { plan, verified } = await withDomains(async (app) => {
  const { read } = app.get(Database);
  return {
    plan: await app.get(PlanService).plan(read, app.get(Clock).today()),
    verified: await app.get(AuditLog).verify(read, values.head ?? null),
  };
});
const log = `The audit log of ${plan.organisation}, ${plan.title}`;
const words = {
  changed: 'has been changed',
  'broken-link': 'does not follow from the event before it',
  missing: 'is missing',
  'head-missing': 'is the last one, but the head noted earlier is not in the chain: its tail has been cut',
};
for (const { seq, fault } of verified.faults) console.error(`${log}: event ${seq} ${words[fault]}.`);
if (verified.faults.length > 0) {
  process.exitCode = 1;
} else {
  console.log(`${log}, is whole: ${verified.count} events, head ${verified.head}`);
}
