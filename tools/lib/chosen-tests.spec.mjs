import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testsNamed } from './chosen-tests.mjs';
import { newMigration } from './new-migration.mjs';

describe('tests chosen by name', () => {
  it('are found at every height, by a part of their path', () => {
    expect(testsNamed(['tools/lib/chosen-tests'])).toEqual(['tools/lib/chosen-tests.spec.mjs']);
    expect(testsNamed(['form.journey', 'permission-matrix'])).toEqual([
      'apps/api-e2e/src/permission-matrix.e2e.ts',
      'apps/web-e2e/src/form.journey.ts',
    ]);
    expect(testsNamed(['reporting/api/']).every((path) => path.startsWith('libs/reporting/api/'))).toBe(true);
  });

  it('are refused when a name has none', () => {
    expect(() => testsNamed(['permission-matrix', 'no-such-spec'])).toThrow('no-such-spec');
  });
});

describe('a new migration', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the next number and is registered last', () => {
    writeFileSync(join(folder, '0007-site.ts'), '');
    writeFileSync(
      join(folder, 'index.ts'),
      `import { Site1700000000007 } from './0007-site.js';\n\nexport const migrations = [\n  Site1700000000007,\n];\n`,
    );
    const path = newMigration('person-notes', { folder });
    expect(path).toBe(join(folder, '0008-person-notes.ts'));
    expect(readFileSync(path, 'utf8')).toContain('class PersonNotes1700000000008 implements MigrationInterface');
    expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(
      `import { Site1700000000007 } from './0007-site.js';\nimport { PersonNotes1700000000008 } from './0008-person-notes.js';\n\nexport const migrations = [\n  Site1700000000007,\n  PersonNotes1700000000008,\n];\n`,
    );
  });

  it('is refused a name that is none', () => {
    for (const name of [undefined, '', 'Person', 'a b', '../x']) expect(() => newMigration(name, { folder })).toThrow();
  });
});
