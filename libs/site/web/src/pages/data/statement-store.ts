import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { type FieldFault, problemOf, Session, TextShelf } from '@malspar/shared-web';
import { defaultStatement, SavedStatement } from '@malspar/site-model';
import { SiteClient } from './site-client';
import { readStatement, writtenOf, type WrittenStatement } from './statement-draft';

/** A statement that was saved while another one was written. */
export interface SavedMeanwhile extends SavedStatement {
  readonly byYourself: boolean;
}

/** The accessibility statement while it is written: what is in force, what stands in the fields, and how saving went. */
@Injectable()
export class StatementStore {
  readonly #client = inject(SiteClient);
  readonly #shelf = inject(TextShelf);
  readonly #session = inject(Session);
  readonly #saved = signal<SavedStatement | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #actFailure = signal<unknown>(null);
  readonly #theirs = signal<SavedMeanwhile | null>(null);
  readonly #busy = signal(false);
  /** What the fields began with, and whether that was just saved from here. */
  readonly #begun = signal<{ readonly written: WrittenStatement; readonly justSaved: boolean } | null>(null);

  /** The one that the writing began from; null until there is one. */
  readonly saved = this.#saved.asReadonly();
  /** What stands in the fields. */
  readonly written = signal(writtenOf({ statement: defaultStatement }));
  readonly failure = this.#failure.asReadonly();
  readonly actFailure = this.#actFailure.asReadonly();
  /** What has been saved meanwhile, here in another tab or by somebody else; null when nothing has. */
  readonly theirs = this.#theirs.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly justSaved = computed(() => this.#begun()?.justSaved === true && !this.#isChanged());
  readonly #isChanged = computed(() => this.#begun() !== null && this.written() !== this.#begun()?.written);

  constructor() {
    effect(() => {
      if (!this.#isChanged()) return;
      const kept: Kept = { version: this.#saved()?.version ?? 0, written: this.written() };
      this.#shelf.writeText(this.#key(), JSON.stringify(kept));
    });
  }

  async load(): Promise<void> {
    try {
      const saved = await this.#client.statement();
      this.#failure.set(null);
      this.#begin(saved, this.#remembered(saved.version) ?? writtenOf(saved));
    } catch (error) {
      this.#failure.set(error);
    }
  }

  /** Saves what is written; answers with what is wrong with it. Whatever goes wrong, it stays in the fields. */
  async save(): Promise<readonly FieldFault[]> {
    const saved = this.#saved();
    if (!saved || this.#busy()) return [];
    const read = readStatement(this.written());
    this.#actFailure.set(null);
    if ('faults' in read) return read.faults;
    this.#busy.set(true);
    try {
      this.#take(await this.#client.saveStatement(saved.version, read.statement), true);
      return [];
    } catch (error) {
      return this.#refused(error);
    } finally {
      this.#busy.set(false);
    }
  }

  /** Mine is to replace theirs, which has been seen; it is still to be saved. */
  keepMine(): void {
    const theirs = this.#theirs();
    if (theirs) this.#saved.set(theirs);
    this.#theirs.set(null);
  }

  /** Theirs stands; what was written here is let go of. */
  takeTheirs(): void {
    const theirs = this.#theirs();
    if (theirs) this.#take(theirs, false);
  }

  #take(saved: SavedStatement, justSaved: boolean): void {
    this.#begin(saved, writtenOf(saved), justSaved);
    this.#theirs.set(null);
    this.#shelf.clear(this.#key());
  }

  #begin(saved: SavedStatement, written: WrittenStatement, justSaved = false): void {
    this.#saved.set(saved);
    this.written.set(written);
    this.#begun.set({ written, justSaved });
  }

  #refused(error: unknown): readonly FieldFault[] {
    const { status, errors, current, byYourself } = problemOf(error);
    const theirs = status === 412 ? SavedStatement.safeParse(current) : null;
    if (theirs?.success) this.#theirs.set({ ...theirs.data, byYourself });
    else if (errors.length > 0 && status !== 403) return errors;
    else this.#actFailure.set(error);
    return [];
  }

  /** What was written on an earlier visit from that version. */
  #remembered(version: number): WrittenStatement | null {
    try {
      const kept = JSON.parse(this.#shelf.readText(this.#key()) ?? 'null') as Kept | null;
      return kept?.version === version ? kept.written : null;
    } catch {
      return null;
    }
  }

  #key(): string {
    return `${this.#session.me()?.email ?? ''}.accessibility-statement`;
  }
}

interface Kept {
  readonly version: number;
  readonly written: WrittenStatement;
}
