import { createHash } from 'node:crypto';

/**
 * @typedef {'Owner' | 'Manager' | 'Coordinator' | 'Admin' | 'Viewer'} AppRole
 * @typedef {object} DemoPerson
 * @property {string} key  Stable name of the account; example data refers to people by it.
 * @property {string} name
 * @property {string} email
 * @property {readonly AppRole[]} roles  App role values as Azure AD would send them; empty when none is assigned.
 * @property {string} title  What the person is, in Swedish.
 * @property {string} titleEn
 * @property {string} does  What the account is for, in Swedish.
 * @property {string} doesEn
 */

const ownerRole = { roles: /** @type {const} */ (['Owner']), title: 'Målområdesansvarig', titleEn: 'Focus area owner' };
const ownerDoes = { does: 'Redovisar målen i sitt målområde och skickar in rapporten.' };
const ownerDoesEn = { doesEn: 'Reports on the targets of a focus area and submits the report.' };
const managerRole = { roles: /** @type {const} */ (['Manager']), title: 'Verksamhetschef', titleEn: 'Manager' };
const managerDoes = { does: 'Granskar det som verksamheten har skickat in och tillstyrker eller återsänder.' };
const managerDoesEn = { doesEn: 'Reviews what the department has submitted, and endorses or returns it.' };

/** @param {number} n @param {string} name @param {string} email @returns {DemoPerson} */
const owner = (n, name, email) => ({ key: `owner-${n}`, name, email, ...ownerRole, ...ownerDoes, ...ownerDoesEn });
/** @param {number} n @param {string} name @param {string} email @returns {DemoPerson} */
const manager = (n, name, email) => ({
  key: `manager-${n}`,
  name,
  email,
  ...managerRole,
  ...managerDoes,
  ...managerDoesEn,
});

/** @type {readonly DemoPerson[]} */
export const people = [
  owner(1, 'Anna Lindqvist', 'anna.lindqvist@example.org'),
  owner(2, 'Johan Sjöberg', 'johan.sjoberg@example.org'),
  owner(3, 'Maryam Haddad', 'maryam.haddad@example.org'),
  owner(4, 'Erik Nyström', 'erik.nystrom@example.org'),
  owner(5, 'Karin Åkesson', 'karin.akesson@example.org'),
  owner(6, 'Mattias Öberg', 'mattias.oberg@example.org'),
  owner(7, 'Sofia Eklund', 'sofia.eklund@example.org'),
  manager(1, 'Lars Bergström', 'lars.bergstrom@example.org'),
  manager(2, 'Helena Dahlgren', 'helena.dahlgren@example.org'),
  {
    key: 'coordinator',
    name: 'Ingrid Wallin',
    email: 'ingrid.wallin@example.org',
    roles: ['Coordinator'],
    title: 'Miljösamordnare',
    titleEn: 'Environmental coordinator',
    does: 'Följer hela perioden, godkänner eller återsänder rapporter och fördelar ansvar.',
    doesEn: 'Follows the whole period, approves or returns reports, and assigns responsibilities.',
  },
  {
    key: 'coordinator-deputy',
    name: 'Oskar Lundgren',
    email: 'oskar.lundgren@example.org',
    roles: ['Coordinator'],
    title: 'Miljösamordnare, ersättare',
    titleEn: 'Environmental coordinator, deputy',
    does: 'Ersätter miljösamordnaren och får göra samma saker.',
    doesEn: 'Stands in for the environmental coordinator, with the same rights.',
  },
  {
    key: 'manager-coordinator',
    name: 'Birgitta Forsman',
    email: 'birgitta.forsman@example.org',
    roles: ['Manager', 'Coordinator'],
    title: 'Verksamhetschef och miljösamordnare',
    titleEn: 'Manager and environmental coordinator',
    does: 'Har två roller, men får inte godkänna det som hen själv har tillstyrkt.',
    doesEn: 'Holds two roles, but may not approve what they have endorsed themselves.',
  },
  {
    key: 'admin',
    name: 'Peter Hallberg',
    email: 'peter.hallberg@example.org',
    roles: ['Admin'],
    title: 'Administratör',
    titleEn: 'Administrator',
    does: 'Fördelar ansvar, sköter webbplatsens dokument och läser översikt, synpunkter och logg.',
    doesEn: 'Assigns responsibilities, looks after the website’s documents, and reads the overview, feedback and log.',
  },
  {
    key: 'viewer',
    name: 'Emma Sandström',
    email: 'emma.sandstrom@example.org',
    roles: ['Viewer'],
    title: 'Medarbetare',
    titleEn: 'Employee',
    does: 'Läser det som är godkänt och publicerat.',
    doesEn: 'Reads what has been approved and published.',
  },
  {
    key: 'no-role',
    name: 'Nils Holm',
    email: 'nils.holm@example.org',
    roles: [],
    title: 'Utan roll',
    titleEn: 'Without a role',
    does: 'Har ingen roll i Målspår och får veta det på en tydlig sida.',
    doesEn: 'Has no role in Målspår, and is told so on a clear page.',
  },
];

/**
 * The account's object id: the same for a key on every machine and at every start, shaped as a version 4 UUID.
 * @param {string} key
 */
export function objectIdOf(key) {
  const hex = createHash('sha256').update(`malspar demo account ${key}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** @param {unknown} key @returns {DemoPerson | undefined} */
export const personByKey = (key) => people.find((person) => person.key === key);

/** @param {string} objectId @returns {DemoPerson | undefined} */
export const personByObjectId = (objectId) => people.find((person) => objectIdOf(person.key) === objectId);
