import { computed, type Signal, signal } from '@angular/core';
import {
  changedFields,
  type DraftConflict,
  type DraftSaved,
  type FieldPath,
  fieldPaths,
  type FieldPlace,
} from '@malspar/reporting-model';
import type { Problem } from '@malspar/shared-model';
import { type FieldFault, type Fields, sameFields, typedAll } from './draft-fields';
import type { ShelvedDraft } from './draft-shelf';
import type { MergedFrom, OpenConflict, SaveState, ServerDraft, SlotWorld } from './draft-state';
import { DraftText } from './draft-text';
import { FieldMarks } from './field-marks';
import { mergeFields, withOwnSaves } from './merge';
import { saveFailure } from './save-outcome';
import { SaveQueue } from './save-queue';

const AUTOSAVE_MS = 800;
const MERGES_IN_A_ROW = 5;
const UNANSWERED_MAX = 10;

/**
 * One draft, an entry's or the verdict's, from the last key to the server and back. Saves go one at a time, each on top
 * of the version before (`If-Match`); what has not been saved lies on the shelf.
 */
export class DraftSlot<C> {
  readonly #world: SlotWorld<C>;
  readonly #text: DraftText<C>;
  readonly #marks = new FieldMarks();
  readonly #saves = new SaveQueue(() => this.#attempt());
  readonly #version = signal(0);
  readonly #state = signal<SaveState>('saved');
  readonly #savedAt = signal<string | null>(null);
  readonly #conflict = signal<OpenConflict | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly #mergedFrom = signal<MergedFrom | null>(null);
  readonly #shelved = signal(true);
  /** What was sent on top of the version here and has no response yet, or whose response was lost: any of it may be stored. */
  #unanswered: readonly Fields[] = [];

  readonly typed: Signal<Fields>;
  readonly content: Signal<C>;
  readonly asTyped: Signal<C>;
  readonly faults: Signal<readonly FieldFault[]>;
  readonly dirty: Signal<boolean>;
  readonly unconfirmed = this.#marks.unconfirmed;
  readonly state = this.#state.asReadonly();
  readonly savedAt = this.#savedAt.asReadonly();
  readonly conflict = this.#conflict.asReadonly();
  /** Why the server refused the last save. */
  readonly problem = this.#problem.asReadonly();
  /** Whose changes were merged in without a conflict, since the person should know. */
  readonly mergedFrom = this.#mergedFrom.asReadonly();
  /** False when something unsaved could not even be kept in the browser. */
  readonly safeToLeave = computed(() => !this.dirty() || this.#shelved());

  constructor(world: SlotWorld<C>, server: ServerDraft<C>) {
    this.#world = world;
    this.#text = new DraftText(world.shape);
    ({
      typed: this.typed,
      content: this.content,
      asTyped: this.asTyped,
      faults: this.faults,
      dirty: this.dirty,
    } = this.#text);
    this.#startFrom(server);
    const shelved = world.shelf.read();
    if (shelved) this.#takeUp(shelved, server);
  }

  text(field: FieldPath): string {
    return this.typed()[field] ?? '';
  }

  /** Takes down what was typed; it is saved a moment after the last key. */
  set(field: FieldPath, text: string): void {
    this.setAll({ [field]: text });
  }

  setAll(texts: Fields): void {
    this.#marks.confirm(fieldPaths(texts));
    this.#text.write(texts);
    this.#changed();
  }

  /** Takes over texts of the last entry, as the server stores them; marked until confirmed or changed. */
  takeOver(stored: Fields): void {
    this.setAll(typedAll(stored));
    this.#marks.takenOver(fieldPaths(stored));
  }

  confirm(...fields: FieldPath[]): void {
    this.#marks.confirm(fields);
  }

  remove(field: FieldPath): void {
    this.#text.remove(field);
    this.#changed();
  }

  /** Learns which fields have said something else before, as the server knows; null: it could not be asked. */
  reworded(fields: readonly string[] | null): void {
    this.#marks.reworded(fields);
  }

  /** Whether one of the fields, or a field below one, has said something else before; while that is not known, whether it may have. */
  wasReworded(fields: readonly FieldPlace[]): boolean {
    return this.#marks.wasReworded(fields) ?? this.#savedAt() !== null;
  }

  /** Saves what is unsaved now. Resolves when the attempt is over; see `state` for how it went. */
  save(): Promise<void> {
    return this.#saves.now();
  }

  /** Tries again at once where a save is waiting for the network or for a new sign-in. */
  retry(): void {
    if (['unreachable', 'signed-out'].includes(this.#state())) void this.save();
  }

  /** Settles the conflict with a text for each of its fields, and saves on top of the other person's version. */
  settle(chosen: Fields): Promise<void> {
    const conflict = this.#conflict();
    if (!conflict) return Promise.resolve();
    const merged = mergeFields(this.#text.base(), this.#text.normalised(), conflict.theirs);
    this.#conflict.set(null);
    this.#rebase(conflict.theirs, conflict.version, this.#text.normalise({ ...merged.fields, ...chosen }));
    return this.save();
  }

  /** The server's content as read anew, under what has been typed here; a response older than a save since is passed over. */
  refresh(server: ServerDraft<C>): void {
    if (server.version <= this.#version() || this.#saves.isBusy) return;
    if (this.dirty()) this.#meet(server);
    else this.#startFrom(server);
  }

  /** Saves nothing more by itself; what is unsaved lies on the shelf. */
  stop(): void {
    this.#saves.cancel();
  }

  /** Drops what is typed here for what the server holds; only ever on the person's own word. */
  discard(): void {
    this.#saves.cancel();
    this.#conflict.set(null);
    this.#problem.set(null);
    this.#text.reset();
    this.#world.shelf.clear();
    this.#state.set('saved');
  }

  #startFrom(server: ServerDraft<C>): void {
    this.#text.startFrom(server.content);
    this.#version.set(server.version);
    this.#savedAt.set(server.updatedAt);
    this.#unanswered = [];
  }

  // What an earlier visit left behind: same version, and it simply goes on; a newer one, and it is merged as any other.
  #takeUp(shelved: ShelvedDraft, server: ServerDraft<C>): void {
    this.#unanswered = shelved.unanswered;
    if (shelved.version === server.version) this.#text.takeUp(shelved.typed);
    else {
      this.#text.takeUp(shelved.typed, shelved.base);
      this.#version.set(shelved.version);
      this.#meet(server);
    }
    if (this.#conflict()) return;
    this.#keep();
    if (!this.dirty()) return;
    this.#state.set('editing');
    this.#saves.after(0);
  }

  #changed(): void {
    this.#keep();
    if (this.#conflict()) return;
    if (!this.#saves.isBusy) this.#state.set(this.dirty() ? 'editing' : 'saved');
    this.#saves.after(AUTOSAVE_MS);
  }

  async #attempt(): Promise<void> {
    for (let merges = 0; merges <= MERGES_IN_A_ROW; merges++) {
      const sent = this.#text.sendable();
      if (this.#conflict() || sameFields(sent, this.#text.base())) return this.#settleDown();
      this.#state.set('saving');
      this.#unanswered = [...this.#unanswered, sent].slice(-UNANSWERED_MAX);
      this.#keep();
      try {
        this.#arrived(sent, await this.#world.put(this.#text.contentOf(sent), this.#version()));
        return;
      } catch (error) {
        if (!this.#failed(error)) return;
      }
    }
    // Somebody writes as fast as we do: take a breath instead of racing.
    this.#state.set('unreachable');
    this.#saves.afterRace();
  }

  #arrived(sent: Fields, saved: DraftSaved): void {
    this.#text.saved(sent);
    this.#version.set(saved.version);
    this.#unanswered = [];
    this.#savedAt.set(saved.savedAt);
    this.#marks.rewordedSince(saved.keptWordings);
    this.#problem.set(null);
    this.#saves.succeeded();
    this.#settleDown();
    this.#keep();
    this.#world.onSaved(saved);
  }

  #settleDown(): void {
    if (this.#conflict()) this.#state.set('conflict');
    else if (!this.dirty()) this.#state.set('saved');
    else this.#state.set(sameFields(this.#text.sendable(), this.#text.base()) ? 'faulty' : 'editing');
  }

  /** Whether to try once more at once. */
  #failed(error: unknown): boolean {
    const failure = saveFailure(error);
    switch (failure.kind) {
      case 'changed':
        this.#meet(failure.current as DraftConflict & { content: C });
        return true;
      case 'unreachable':
        this.#state.set('unreachable');
        this.#saves.afterFailure(failure.afterMs);
        return false;
      case 'signed-out':
        this.#state.set('signed-out');
        return false;
      case 'refused':
        this.#problem.set(failure.problem);
        this.#state.set('refused');
        return false;
    }
  }

  #meet(server: ServerDraft<C>): void {
    const [theirs, mine, before] = [this.#text.fieldsOf(server.content), this.#text.normalised(), this.#text.base()];
    const { version, updatedBy, updatedAt, byYourself } = server;
    this.#marks.rewordedSince(changedFields(before, theirs).filter((field) => before[field]));
    const base = byYourself ? withOwnSaves(before, theirs, this.#unanswered) : before;
    const merge = mergeFields(base, mine, theirs);
    if (merge.conflicts.length === 0) {
      if (!sameFields(merge.fields, mine))
        this.#mergedFrom.set(updatedBy === null ? null : { who: updatedBy, byYourself });
      this.#rebase(theirs, version, merge.fields);
      return;
    }
    // Base and version stay until the choice is made, so that a closed tab meets the same conflict again.
    this.#conflict.set({ fields: merge.conflicts, theirs, version, updatedBy, updatedAt, byYourself });
    this.#saves.cancel();
    this.#state.set('conflict');
    this.#keep();
  }

  #rebase(base: Fields, version: number, fields: Fields): void {
    this.#text.rebase(base, fields);
    this.#version.set(version);
    this.#unanswered = [];
    this.#keep();
  }

  #keep(): void {
    const { shelf } = this.#world;
    if (!this.dirty()) {
      shelf.clear();
      this.#shelved.set(true);
      return;
    }
    const at = new Date().toISOString();
    const [version, base, typed] = [this.#version(), this.#text.base(), this.typed()];
    this.#shelved.set(shelf.write({ version, base, typed, unanswered: [...this.#unanswered], at }));
  }
}
