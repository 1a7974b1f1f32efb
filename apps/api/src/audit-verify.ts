import { parseArgs } from 'node:util';
import { AuditLog, Database } from '@malspar/shared-api';
import { withDomains } from './command.js';

const { values } = parseArgs({ options: { head: { type: 'string' } } });
if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head)) {
  throw new Error('--head is a hash of 64 hexadecimal digits, as printed in a published report.');
}

const verified = await withDomains((app) => app.get(AuditLog).verify(app.get(Database).read, values.head ?? null));
const words = {
  changed: 'has been changed',
  'broken-link': 'does not follow from the event before it',
  missing: 'is missing',
  'head-missing': 'is the last one, but the head noted earlier is not in the chain: its tail has been cut',
};
for (const { seq, fault } of verified.faults) console.error(`Event ${seq} ${words[fault]}.`);
if (verified.faults.length > 0) {
  process.exitCode = 1;
} else {
  console.log(`The audit log is whole: ${verified.count} events, head ${verified.head}`);
}
