import type { AuditKind, AuditSubject } from './audit-kinds.js';

type Language = 'sv' | 'en';

/** All kinds of events that the domains have declared, and the log's words for them. */
export class AuditCatalogue {
  readonly #subjects = new Map<string, AuditSubject>();
  readonly #kinds = new Map<string, AuditKind>();

  constructor(subjects: readonly AuditSubject[] = []) {
    this.add(subjects);
  }

  /** Throws when a type or a kind has been declared by somebody else. */
  add(subjects: readonly AuditSubject[]): void {
    for (const subject of subjects) {
      if (this.#subjects.get(subject.type) === subject) continue;
      if (this.#subjects.has(subject.type)) throw new Error(`Two audit subjects are called ${subject.type}`);
      this.#subjects.set(subject.type, subject);
      for (const kind of Object.values(subject.kinds)) this.#kinds.set(kind.name, kind);
    }
  }

  /** Every kind, in the order of their names. */
  get kinds(): AuditKind[] {
    return [...this.#kinds.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get subjects(): AuditSubject[] {
    return [...this.#subjects.values()];
  }

  has(kind: string): boolean {
    return this.#kinds.has(kind);
  }

  /** Whether this very kind has been declared, not only one of its name. */
  holds(kind: AuditKind): boolean {
    return this.#kinds.get(kind.name) === kind;
  }

  /** What the actor did; the code itself for an act that was logged by another version of the product. */
  kindWord(kind: string, language: Language): string {
    return this.#kinds.get(kind)?.words[language] ?? kind;
  }

  /** The word for the type of thing an act is about; the code itself for one that is not known. */
  subjectWord(type: string, language: Language): string {
    return this.#subjects.get(type)?.words[language] ?? type;
  }
}
