import type * as z from 'zod';

/** A text of the log in both languages. */
export interface AuditWords {
  readonly sv: string;
  readonly en: string;
}

/** What the log's rows tell of an act beside its words, each as the field of its data that holds it. */
export interface AuditTelling<Field extends string = string> {
  /** The due date that the act gave something, and the one that it had before. */
  readonly dueOn?: Field;
  readonly dueBefore?: Field;
  readonly reason?: Field;
}

/** An act as its domain declares it: its words (what its actor did) and the data that its events carry. */
export interface AuditAct<Data extends z.ZodType = z.ZodType> extends AuditWords {
  /** JSON; no personal data beyond what the act is about. */
  readonly data: Data;
  /** The type of what its events are about, where that is not the thing that the act is named by. */
  readonly about?: string;
  readonly tells?: AuditTelling;
  /** Left out of the log unless it is asked for. */
  readonly isRoutine?: true;
}

/** A kind of event: the only thing that the log takes. */
export interface AuditKind<Data extends z.ZodType = z.ZodType> {
  /** `<subject>.<act>`, as it is stored. */
  readonly name: string;
  /** The type of what its events are about, as it is stored. */
  readonly subject: string;
  readonly data: Data;
  readonly words: AuditWords;
  readonly tells: AuditTelling;
  readonly isRoutine: boolean;
}

/** A type of thing that acts are about, with the kinds that are named by it. */
export interface AuditSubject<Acts extends Readonly<Record<string, AuditAct>> = Readonly<Record<string, AuditAct>>> {
  readonly type: string;
  readonly words: AuditWords;
  readonly kinds: { readonly [Act in keyof Acts]: AuditKind<Acts[Act]['data']> };
}

/** Declares a type of thing and the acts on it. An act without data, or without words in either language, does not compile. */
export function auditSubject<const Acts extends Readonly<Record<string, AuditAct>>>(
  type: string,
  words: AuditWords,
  acts: Acts,
): AuditSubject<Acts> {
  const kinds = Object.entries(acts).map(([act, { sv, en, data, about = type, tells = {}, isRoutine = false }]) => [
    act,
    { name: `${type}.${act}`, subject: about, data, words: { sv, en }, tells, isRoutine },
  ]);
  return { type, words, kinds: Object.fromEntries(kinds) as AuditSubject<Acts>['kinds'] };
}
