import { readFileSync } from 'node:fs';
import { at, ROOT } from '../lib/root.mjs';
import { chosenFrom, hasAim, mutationGroups } from './groups.mjs';
import { pageOf, scoresOf, scoresOn } from './scores.mjs';

const GROUPS = {
  checks: ['libs/a/model/src/checks.ts', 'libs/a/model/src/more.ts'],
  'a/model': ['libs/a/model/src/b.ts'],
};

describe('what is mutated', () => {
  it('is every rule once, in the groups that have an aim first', () => {
    const groups = mutationGroups();
    const files = Object.values(groups).flat();
    expect(new Set(files).size).toBe(files.length);
    for (const [group, own] of Object.entries(groups)) expect([group, own.length > 0]).toEqual([group, true]);
    expect(Object.keys(groups).filter(hasAim)).toEqual(
      expect.arrayContaining(['workflow', 'policy', 'checks', 'numbers', 'difference', 'audit', 'idempotency']),
    );
    expect(files).toContain('libs/plan/model/src/plan-time.ts');
    expect(files.filter((path) => path.includes('.spec.') || path.endsWith('.repository.ts'))).toEqual([]);
  });

  it('is chosen by group or by part of a path', () => {
    expect(chosenFrom(GROUPS, [])).toEqual(GROUPS);
    expect(chosenFrom(GROUPS, ['checks'])).toEqual({ checks: GROUPS.checks });
    expect(chosenFrom(GROUPS, ['more', 'b.ts'])).toEqual({
      checks: ['libs/a/model/src/more.ts'],
      'a/model': ['libs/a/model/src/b.ts'],
    });
    expect(() => chosenFrom(GROUPS, ['nothing'])).toThrow('checks, a/model');
  });
});

describe('the page of scores', () => {
  const mutant = (path, status) => ({ fileName: `${ROOT}/${path}`, status });
  const [checks, more] = GROUPS.checks;
  const scores = scoresOf(
    [
      ...['Killed', 'Timeout', 'Killed', 'Survived', 'CompileError', 'Ignored'].map((each) => mutant(checks, each)),
      ...['Killed', 'NoCoverage'].map((each) => mutant(more, each)),
    ],
    GROUPS.checks,
  );

  it('counts what a spec noticed of what it could have', () => {
    const page = pageOf(scores, GROUPS);
    expect(page).toContain('| checks | 4 | 2 | 66.7 % | 85 % |  |');
    expect(page).toContain('Not measured yet: a/model.');
  });

  it('keeps the rows that are not measured again', () => {
    const page = pageOf(scores, GROUPS);
    expect(scoresOn(page)).toEqual(scores);
    expect(pageOf(scoresOn(page), GROUPS)).toBe(page);
  });

  it('forgets a file that is gone', () => {
    expect(pageOf(scores, { checks: [checks] })).not.toContain(more);
  });

  it('that is kept can be read by the command that writes it', () => {
    const written = scoresOn(readFileSync(at('docs', 'mutation.md'), 'utf8'));
    expect(written.size).toBeGreaterThan(5);
  });
});
