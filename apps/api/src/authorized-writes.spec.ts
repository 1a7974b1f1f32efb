import { globSync, readFileSync } from 'node:fs';

/** Where a write is nobody's: the system's own, a visitor's, or a sign-in that finds out who somebody is. */
const NOBODYS_WRITES = [
  'libs/demo/api/src/demo-feedback.ts',
  'libs/demo/api/src/demo-period.ts',
  'libs/feedback/api/src/feedback.service.ts',
  'libs/identity/api/src/assignment.service.ts',
  'libs/identity/api/src/person-access.service.ts',
  'libs/identity/api/src/person.service.ts',
  'libs/plan/api/src/plan-loader.ts',
  'libs/publication/api/src/preview.service.ts',
  'libs/reporting/api/src/history/history.service.ts',
  'libs/shared/api/src/housekeeping/housekeeping.ts',
  'libs/shared/api/src/security/authorized-writes.ts',
];

it('whoever writes in a person’s name does so through AuthorizedWrites', () => {
  const writing = globSync('libs/*/api/src/**/*.ts')
    .filter((file) => !/(\.spec\.ts|\/testing\/)/.test(file))
    .filter((file) => /\bdatabase\.write\(/.test(readFileSync(file, 'utf8')));
  expect(writing.sort()).toEqual(NOBODYS_WRITES);
});
