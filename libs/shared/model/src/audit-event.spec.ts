import { AuditCatalogue } from './audit-catalogue.js';
import { auditDueText, auditSubjectText } from './audit-event.js';
import { auditSubject } from './audit-kinds.js';

const catalogue = new AuditCatalogue([
  auditSubject('report', { sv: 'Rapport', en: 'Report' }, {}),
  auditSubject('accessibility-statement', { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' }, {}),
]);

const subject = (change: object) => ({
  subjectType: 'report',
  subjectId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60',
  subjectTitle: null,
  period: null,
  version: null,
  ...change,
});
const text = (change: object): string =>
  auditSubjectText(subject(change), 'sv', catalogue, (code) => `perioden ${code}`);

describe('what an act is about', () => {
  it.each([
    [{ subjectTitle: 'Resor och transporter', period: '2025-Q4' }, 'Resor och transporter, perioden 2025-Q4'],
    [{ subjectTitle: 'Anna Berg', subjectType: 'person' }, 'Anna Berg'],
    [{ subjectType: 'period', period: '2025-Q4' }, 'Perioden 2025-Q4'],
    [{ subjectType: 'publication', period: '2025-Q4', version: 2 }, 'Perioden 2025-Q4, version 2'],
    [{ subjectType: 'accessibility-statement', version: 3 }, 'Tillgänglighetsredogörelse, version 3'],
    [{}, 'Rapport, 3f0e1d52'],
    [{ subjectType: 'survey' }, 'Survey, 3f0e1d52'],
  ])('%j reads %s', (change, words) => expect(text(change)).toBe(words));
});

it('tells which due date a period was given, and which it had before', () => {
  const told = (dueOn: string | null, dueBefore: string | null): string[] =>
    (['sv', 'en'] as const).map((language) => auditDueText({ dueOn, dueBefore }, language, (date) => `<${date}>`));
  expect(told('2026-02-07', '2026-01-31')).toEqual([
    'Från <2026-01-31> till <2026-02-07>',
    'From <2026-01-31> to <2026-02-07>',
  ]);
  expect(told('2026-01-31', null)).toEqual(['Sista dag <2026-01-31>', 'Due <2026-01-31>']);
  expect(told(null, null)).toEqual(['', '']);
});
