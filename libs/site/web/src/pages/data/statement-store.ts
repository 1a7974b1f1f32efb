import { inject, Injectable, signal } from '@angular/core';
import { problemOf, Session, TextShelf } from '@malspar/shared-web';
import { SavedStatement } from '@malspar/site-model';
import { SiteClient } from './site-client';
import {
  readStatement,
  type StatementFault,
  statementFaults,
  writtenOf,
  type WrittenStatement,
} from './statement-draft';

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
  readonly #written = signal<WrittenStatement | null>(null);
  readonly #failure = signal<unknown>(null);
  readonly #faults = signal<readonly StatementFault[]>([]);
  readonly #actFailure = signal<unknown>(null);
  readonly #theirs = signal<SavedMeanwhile | null>(null);
  readonly #busy = signal(false);
  readonly #justSaved = signal(false);

  /** The one that the writing began from. */
  readonly saved = this.#saved.asReadonly();
  readonly written = this.#written.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly faults = this.#faults.asReadonly();
  readonly actFailure = this.#actFailure.asReadonly();
  /** What has been saved meanwhile, here in another tab or by somebody else; null when nothing has. */
  readonly theirs = this.#theirs.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly justSaved = this.#justSaved.asReadonly();

  async load(): Promise<void> {
    try {
      const saved = await this.#client.statement();
      this.#failure.set(null);
      this.#saved.set(saved);
      this.#written.set(this.#remembered(saved.version) ?? writtenOf(saved));
    } catch (error) {
      this.#failure.set(error);
    }
  }

  write(change: Partial<WrittenStatement>): void {
    const written = this.#written();
    if (!written) return;
    this.#justSaved.set(false);
    this.#written.set({ ...written, ...change });
    const kept: Kept = { version: this.#saved()?.version ?? 0, written: { ...written, ...change } };
    this.#shelf.writeText(this.#key(), JSON.stringify(kept));
  }

  /** Saves what is written. Whatever goes wrong, it stays in the fields. */
  async save(): Promise<void> {
    const [saved, written] = [this.#saved(), this.#written()];
    if (!saved || !written || this.#busy()) return;
    const read = readStatement(written);
    this.#actFailure.set(null);
    this.#justSaved.set(false);
    this.#faults.set('faults' in read ? read.faults : []);
    if ('faults' in read) return;
    this.#busy.set(true);
    try {
      this.#take(await this.#client.saveStatement(saved.version, read.statement));
      this.#justSaved.set(true);
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#busy.set(false);
    }
  }

  /** Mine is to replace theirs, which has been seen. */
  keepMine(): Promise<void> {
    const theirs = this.#theirs();
    if (theirs) this.#saved.set(theirs);
    this.#theirs.set(null);
    return this.save();
  }

  /** Theirs stands; what was written here is let go of. */
  takeTheirs(): void {
    const theirs = this.#theirs();
    if (theirs) this.#take(theirs);
  }

  #take(saved: SavedStatement): void {
    this.#saved.set(saved);
    this.#written.set(writtenOf(saved));
    this.#theirs.set(null);
    this.#faults.set([]);
    this.#shelf.clear(this.#key());
  }

  #refused(error: unknown): void {
    const { status, errors, current, byYourself } = problemOf(error);
    const theirs = status === 412 ? SavedStatement.safeParse(current) : null;
    if (theirs?.success) this.#theirs.set({ ...theirs.data, byYourself });
    else if (errors.length > 0 && status !== 403) this.#faults.set(statementFaults(errors));
    else this.#actFailure.set(error);
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
