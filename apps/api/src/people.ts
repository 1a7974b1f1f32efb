import { parseArgs } from 'node:util';
import { PersonAccessService, PersonService } from '@malspar/identity-api';
import { DomainError } from '@malspar/shared-api';
import { withDomains } from './command.js';

const ACTS = {
  deactivate: 'deactivate',
  activate: 'activate',
  'end-sessions': 'endSessions',
} as const satisfies Record<string, keyof PersonAccessService>;
const [act = '', whom = '', ...rest] = parseArgs({ allowPositionals: true }).positionals;
if (!isAct(act) || whom === '' || rest.length > 0) {
  throw new Error(`Usage: people ${Object.keys(ACTS).join('|')} EMAIL-OR-ID`);
}

const outcome = await withDomains(async (app) => {
  const found = await app.get(PersonService).findByIdOrEmail(whom);
  const [one] = found;
  if (one === undefined) return `Nobody has the id or e-mail address ${whom}.`;
  if (found.length > 1) return `Several people have that address, name one by id: ${ids(found)}.`;
  return app.get(PersonAccessService)[ACTS[act]]('system', one.id).catch(refusal);
});
if (typeof outcome === 'string') {
  console.error(outcome);
  process.exitCode = 1;
} else {
  const { person, endedSessions, holds } = outcome;
  const held = holds.map(({ scopeTitle, deputy }) => (deputy ? `${scopeTitle} (deputy)` : scopeTitle));
  console.log(`${person.name} <${person.email}> is ${person.active ? 'active' : 'deactivated'}.`);
  console.log(`Ended sessions: ${endedSessions}.`);
  if (!person.active && held.length > 0) console.log(`Still answers for: ${held.join(', ')}.`);
}

/** The words of a refusal; a fault of the program goes on as it is. */
function refusal(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  throw error;
}

function isAct(text: string): text is keyof typeof ACTS {
  return Object.hasOwn(ACTS, text);
}

function ids(people: readonly { readonly id: string; readonly name: string }[]): string {
  return people.map(({ id, name }) => `${id} (${name})`).join(', ');
}
