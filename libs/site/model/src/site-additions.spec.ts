import { AccessibilityStatement, type KnownFailure } from './accessibility-statement.js';
import { defaultStatement } from './default-statement.js';
import { DocumentDetails, documentFilePath, documentPath, documentSlug } from './plan-document.js';
import { publicPages } from './public-pages.js';
import { laterOf, NO_ADDITIONS } from './site-additions.js';

const failure = defaultStatement.failures[0] as KnownFailure;
const codesOf = (change: object): string[] => {
  const read = AccessibilityStatement.safeParse({ ...defaultStatement, ...change });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('/')} ${message}`);
};

describe('the accessibility statement', () => {
  it('that comes with the system is whole, in both languages, and admits that it is not fully accessible', () => {
    expect(AccessibilityStatement.parse(defaultStatement)).toEqual(defaultStatement);
    expect(defaultStatement.conformance).toBe('partial');
    for (const { what, where, alternative } of defaultStatement.failures) {
      for (const { sv, en } of [what, where, alternative]) {
        expect(sv).not.toBe('');
        expect(en).not.toBe('');
        expect(en).not.toBe(sv);
      }
    }
  });

  it('is not “fully” while something is to be mended, and not “partly” when nothing is known to be wrong', () => {
    expect(codesOf({ conformance: 'full' })).toEqual(['conformance not-fully']);
    expect(codesOf({ conformance: 'full', failures: [{ ...failure, reason: 'exempt' }] })).toEqual([]);
    expect(codesOf({ failures: [] })).toEqual(['failures failures-missing']);
  });

  it('says why something is too burdensome, and who made an assessment that was not one’s own', () => {
    expect(codesOf({ failures: [{ ...failure, reason: 'burden' }] })).toEqual(['failures/0/motivation/sv required']);
    expect(codesOf({ method: 'external' })).toEqual(['assessor required']);
  });

  it('takes criteria of WCAG, days that are there and addresses that can be written to', () => {
    expect(codesOf({ failures: [{ ...failure, criteria: ['1.3.1', 'färg'] }] })).toEqual([
      'failures/0/criteria/1 not-a-criterion',
    ]);
    expect(codesOf({ assessedOn: '2026-02-30' })).toEqual(['assessedOn no-such-date']);
    expect(codesOf({ contact: 'javascript:alert(1)' })).toHaveLength(1);
    expect(codesOf({ contact: 'tillganglighet@example.se', standardDate: '2021' })).toEqual([]);
  });
});

describe('a document’s address', () => {
  it.each([
    ['Miljöplan 2021–2025', 'miljoplan-2021-2025'],
    ['./../etc/passwd', 'etc-passwd'],
    ['a\\b/c%2e%2e?x#y', 'a-b-c-2e-2e-x-y'],
    ['☃☃', 'dokument'],
  ])('of %s is a plain word', (title, slug) => {
    expect(documentSlug(title, new Set())).toBe(slug);
    expect(documentPath(slug)).toMatch(/^\/dokument\/[a-z0-9-]+$/);
    expect(documentFilePath(slug, 'c0ffee'.padEnd(64, '0'))).toBe(`/dokument/${slug}-c0ffee000000.pdf`);
  });

  it('is its own, however many have the same title', () => {
    expect(documentSlug('Bilaga', new Set(['bilaga', 'bilaga-2']))).toBe('bilaga-3');
  });

  it('needs a title that says something', () => {
    const read = (title: string) => DocumentDetails.safeParse({ title, date: '2026-01-01', language: 'sv' }).success;
    expect([read(' \u0000 '), read('x'.repeat(201)), read(' Bilaga\u0007 ')]).toEqual([false, false, true]);
  });
});

describe('the day of the last change', () => {
  const day = { date: '2026-03-01', sv: '1 mars 2026', en: '1 March 2026' };

  it('is the later of what was published and when the documents changed, as it was in Sweden', () => {
    expect(laterOf(day, new Date('2026-02-01T12:00:00Z'))).toEqual(day);
    expect(laterOf(day, new Date('2026-03-31T22:30:00Z'))).toEqual({
      date: '2026-04-01',
      sv: '1 april 2026',
      en: '1 April 2026',
    });
    expect(laterOf(null, null)).toBeNull();
  });

  it('stands on the page that lists the documents; the statement has its own', () => {
    const pages = publicPages(null, { ...NO_ADDITIONS, documentsChangedAt: new Date('2027-05-05T10:00:00Z') });
    const dayOf = (kind: string) => pages.find((page) => page.kind === kind)?.changedOn?.date ?? null;
    expect([dayOf('nothing-yet'), dayOf('accessibility'), dayOf('privacy')]).toEqual([
      '2027-05-05',
      defaultStatement.assessedOn,
      null,
    ]);
  });
});
