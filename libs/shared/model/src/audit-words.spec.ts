import { AuditKind, AuditSubject } from './audit.js';
import { auditKindWord, auditSubjectWord } from './audit-words.js';

describe.each(['sv', 'en'] as const)('the words of the log in %s', (language) => {
  it('name every act and every subject, no two of them alike', () => {
    const kinds = AuditKind.options.map((kind) => auditKindWord(kind, language));
    const subjects = AuditSubject.options.map((type) => auditSubjectWord(type, language));
    for (const [words, codes] of [
      [kinds, AuditKind.options],
      [subjects, AuditSubject.options],
    ] as const) {
      expect(words.filter((word) => !/^\p{Lu}/u.test(word))).toEqual([]);
      expect(new Set(words).size).toBe(codes.length);
    }
  });

  it('say what each act was done with, never the verb alone', () => {
    expect(AuditKind.options.map((kind) => auditKindWord(kind, language)).filter((word) => !/\s/.test(word))).toEqual(
      [],
    );
  });

  it('leave an act that another version logged to be read by its code', () => {
    expect(auditKindWord('survey.open', language)).toBe('survey.open');
    expect(auditSubjectWord('survey', language)).toBe('survey');
  });
});

it('has the subject of every act among the subjects', () => {
  const subjects = new Set<string>(AuditSubject.options);
  expect(AuditKind.options.filter((kind) => !subjects.has(kind.split('.')[0] ?? ''))).toEqual([]);
});
