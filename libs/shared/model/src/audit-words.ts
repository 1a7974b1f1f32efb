import { AuditKind, AuditSubject, type AuditWords } from './audit.js';
import { auditWordsEn } from './audit-words.en.js';
import { auditWordsSv } from './audit-words.sv.js';

type Language = 'sv' | 'en';
const WORDS: Readonly<Record<Language, AuditWords>> = { sv: auditWordsSv, en: auditWordsEn };

/** The words for an act in the log; the code itself for one that was logged by another version of the product. */
export function auditKindWord(kind: string, language: Language): string {
  const known = AuditKind.safeParse(kind).data;
  return known ? WORDS[language].kinds[known] : kind;
}

/** The word for the type of thing an act is about; the code itself for one that is not known. */
export function auditSubjectWord(type: string, language: Language): string {
  const known = AuditSubject.safeParse(type).data;
  return known ? WORDS[language].subjects[known] : type;
}
