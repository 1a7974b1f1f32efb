import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { objectIdOf, people } from '../../../../../tools/demo-identity-provider/people.mjs';
import { startTestApp, type TestApp } from './testing/test-app.js';
import { TestBrowser } from './testing/test-browser.js';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.appUrl });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const newBrowser = (): TestBrowser => new TestBrowser(app.origin);
const probe = async (browser: TestBrowser): Promise<number> => (await browser.request('/api/v1/probe')).status;

test.each(people.map((person) => [person.key, person] as const))(
  '%s gets the roles of the tenant',
  async (key, person) => {
    const browser = newBrowser();
    const landedOn = await browser.signIn(key);
    if (person.roles.length === 0) {
      expect(landedOn).toBe('/app/no-access');
      expect(await probe(browser)).toBe(401);
      return;
    }
    expect(landedOn).toBe('/app/');
    const { roles } = (await (await browser.request('/api/v1/probe')).json()) as { roles: string[] };
    expect(roles).toEqual(person.roles.map((role) => role.toLowerCase()));
    expect(app.people.records.at(-1)).toEqual({
      tenantId: app.tenant.tenantId,
      objectId: objectIdOf(key),
      name: person.name,
      email: person.email,
      roles,
    });
  },
);
