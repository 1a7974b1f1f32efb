import { computed, type Signal, signal } from '@angular/core';
import {
  changedFields,
  type DraftConflict,
  type DraftSaved,
  type FieldPath,
  type FieldPlace,
  isFieldPath,
} from '@malspar/reporting-model';
import type { Problem } from '@malspar/shared-model';
import {
  type DraftShape,
  type FieldFault,
  faultsOf,
  type Fields,
  normalisedFields,
  sameFields,
  typedFrom,
} from './draft-fields';
import type { ShelvedDraft } from './draft-shelf';
import { type FieldConflict, mergeFields, withOwnSaves } from './merge';
import { saveFailure } from './save-outcome';

/** Where a draft stands between the fingers and the server. */
export type SaveState =
  | 'saved'
  | 'editing'
  /** Saved but for fields that cannot be sent as they stand. */
  | 'faulty'
  | 'saving'
  | 'unreachable'
  | 'signed-out'
  | 'conflict'
  | 'refused';

/** Fields that were changed to something else elsewhere meanwhile, waiting for a person's choice. */
export interface OpenConflict {
  readonly fields: readonly FieldConflict[];
  readonly theirs: Fields;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
  /** Whether it is the same person, in another tab or on another machine. */
  readonly byYourself: boolean;
}

/** Whose changes were merged in without a conflict. */
export interface MergedFrom {
  readonly who: string;
  readonly byYourself: boolean;
}

/** What a slot needs from the world around it. */
export interface SlotWorld<C> {
  readonly shape: DraftShape<C>;
  put(content: C, version: number): Promise<DraftSaved>;
  onSaved(saved: DraftSaved): void;
  readonly shelf: {
    read(): ShelvedDraft | null;
    write(draft: ShelvedDraft): boolean;
    clear(): void;
  };
}

/** A draft as the server holds it. */
export interface ServerDraft<C> {
  readonly content: C;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
  /** Whether it was last written by the person here, in this tab or another. */
  readonly byYourself: boolean;
}

const AUTOSAVE_MS = 800;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
const pauseAfter = (failures: number): number => RETRY_MS[failures] ?? 30_000;
const MERGES_IN_A_ROW = 5;
const UNANSWERED_MAX = 10;

/**
 * One draft, an entry's or the verdict's, from the last key to the server and back. Saves go one at a time, each on top
 * of the version before (`If-Match`); what has not been saved lies on the shelf.
 */
export class DraftSlot<C> {
  readonly #world: SlotWorld<C>;
  readonly #base = signal<Fields>({});
  readonly #typed = signal<Fields>({});
  readonly #version = signal(0);
  readonly #state = signal<SaveState>('saved');
  readonly #savedAt = signal<string | null>(null);
  readonly #conflict = signal<OpenConflict | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly #mergedFrom = signal<MergedFrom | null>(null);
  readonly #shelved = signal(true);
  readonly #unconfirmed = signal<ReadonlySet<FieldPath>>(new Set());
  readonly #reworded = signal<ReadonlySet<string> | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  #inFlight: Promise<void> | null = null;
  #failures = 0;
  /** What was sent on top of the version here and has no response yet, or whose response was lost: any of it may be stored. */
  #unanswered: readonly Fields[] = [];

  /** The fields as typed; numbers may be unreadable. */
  readonly typed = this.#typed.asReadonly();
  /** What is, or will be, sent: as typed, but a field that cannot be sent keeps its last saved text. */
  readonly content: Signal<C> = computed(() => this.#world.shape.contentOf(this.#sendable()));
  /** What stands in the form, also what cannot be sent: a number may be unreadable. For reading only. */
  readonly asTyped: Signal<C> = computed(() => this.#world.shape.contentOf(this.#normalised(this.#typed())));
  readonly faults: Signal<readonly FieldFault[]> = computed(() => faultsOf(this.#typed(), this.#world.shape.numbers));
  readonly state = this.#state.asReadonly();
  readonly savedAt = this.#savedAt.asReadonly();
  readonly conflict = this.#conflict.asReadonly();
  /** Why the server refused the last save. */
  readonly problem = this.#problem.asReadonly();
  /** Whose changes were merged in without a conflict, since the person should know. */
  readonly mergedFrom = this.#mergedFrom.asReadonly();
  /** Fields taken over from the last entry and not yet confirmed or changed. */
  readonly unconfirmed = this.#unconfirmed.asReadonly();
  /** Whether something typed has not reached the server. */
  readonly dirty = computed(() => !sameFields(this.#normalised(this.#typed()), this.#base()));
  /** False when something unsaved could not even be kept in the browser. */
  readonly safeToLeave = computed(() => !this.dirty() || this.#shelved());
  readonly #sendable = computed(() => this.#withoutFaults());

  constructor(world: SlotWorld<C>, server: ServerDraft<C>) {
    this.#world = world;
    this.#startFrom(server);
    const shelved = world.shelf.read();
    if (shelved) this.#takeUp(shelved, server);
  }

  text(field: FieldPath): string {
    return this.#typed()[field] ?? '';
  }

  /** Takes down what was typed; it is saved a moment after the last key. */
  set(field: FieldPath, text: string): void {
    this.setAll({ [field]: text });
  }

  setAll(texts: Fields): void {
    this.#confirm(Object.keys(texts));
    this.#typed.update((typed) => ({ ...typed, ...texts }));
    this.#keep();
    if (this.#conflict()) return;
    if (!this.#inFlight) this.#state.set(this.dirty() ? 'editing' : 'saved');
    this.#saveAfter(AUTOSAVE_MS);
  }

  /** Takes over texts of the last entry, as the server stores them; marked until confirmed or changed. */
  takeOver(stored: Fields): void {
    const typed = Object.entries(stored).map(([field, text]) => [field, typedFrom(field, text)] as const);
    this.setAll(Object.fromEntries(typed));
    this.#unconfirmed.update((fields) => new Set([...fields, ...Object.keys(stored).filter(isFieldPath)]));
  }

  confirm(...fields: FieldPath[]): void {
    this.#confirm(fields);
  }

  remove(field: FieldPath): void {
    this.#typed.update((typed) => Object.fromEntries(Object.entries(typed).filter(([name]) => name !== field)));
    this.setAll({});
  }

  /** Learns which fields have said something else before, as the server knows; null: it could not be asked. */
  reworded(fields: readonly string[] | null): void {
    this.#reworded.update((known) => (fields ? new Set([...(known ?? []), ...fields]) : known));
  }

  /** Whether one of the fields, or a field below one, has said something else before; while that is not known, whether it may have. */
  wasReworded(fields: readonly FieldPlace[]): boolean {
    const known = this.#reworded();
    if (known === null) return this.#savedAt() !== null;
    return [...known].some((name) => fields.some((field) => name === field || name.startsWith(`${field}/`)));
  }

  /** Saves what is unsaved now. Resolves when the attempt is over; see `state` for how it went. */
  save(): Promise<void> {
    this.#cancelTimer();
    // One at a time: a second save waits for the first, and then sends only what the first did not.
    const turn = this.#inFlight ? this.#inFlight.then(() => this.#attempt()) : this.#attempt();
    const done = turn.finally(() => {
      if (this.#inFlight === done) this.#inFlight = null;
    });
    this.#inFlight = done;
    return done;
  }

  /** Tries again at once where a save is waiting for the network or for a new sign-in. */
  retry(): void {
    if (['unreachable', 'signed-out'].includes(this.#state())) void this.save();
  }

  /** Settles the conflict with a text for each of its fields, and saves on top of the other person's version. */
  settle(chosen: Fields): Promise<void> {
    const conflict = this.#conflict();
    if (!conflict) return Promise.resolve();
    const merged = mergeFields(this.#base(), this.#normalised(this.#typed()), conflict.theirs);
    this.#conflict.set(null);
    this.#rebase(conflict.theirs, conflict.version, this.#normalised({ ...merged.fields, ...chosen }));
    return this.save();
  }

  /** The server's content as read anew, under what has been typed here; a response older than a save since is passed over. */
  refresh(server: ServerDraft<C>): void {
    if (server.version <= this.#version() || this.#inFlight) return;
    if (this.dirty()) this.#meet(server);
    else this.#startFrom(server);
  }

  /** Drops what is typed here for what the server holds; only ever on the person's own word. */
  discard(): void {
    this.#cancelTimer();
    this.#conflict.set(null);
    this.#problem.set(null);
    this.#typed.set(typedAll(this.#base()));
    this.#world.shelf.clear();
    this.#state.set('saved');
  }

  #confirm(fields: readonly string[]): void {
    if (![...this.#unconfirmed()].some((field) => fields.includes(field))) return;
    this.#unconfirmed.update((before) => new Set([...before].filter((field) => !fields.includes(field))));
  }

  #startFrom(server: ServerDraft<C>): void {
    const base = this.#world.shape.fieldsOf(server.content);
    this.#base.set(base);
    this.#typed.set(typedAll(base));
    this.#version.set(server.version);
    this.#savedAt.set(server.updatedAt);
    this.#unanswered = [];
  }

  // What an earlier visit left behind: same version, and it simply goes on; a newer one, and it is merged as any other.
  #takeUp(shelved: ShelvedDraft, server: ServerDraft<C>): void {
    this.#typed.set(shelved.typed);
    this.#unanswered = shelved.unanswered;
    if (shelved.version !== server.version) {
      this.#base.set(shelved.base);
      this.#version.set(shelved.version);
      this.#meet(server);
    }
    if (this.#conflict()) return;
    this.#keep();
    if (!this.dirty()) return;
    this.#state.set('editing');
    this.#saveAfter(0);
  }

  async #attempt(): Promise<void> {
    for (let merges = 0; merges <= MERGES_IN_A_ROW; merges++) {
      const sent = this.#sendable();
      if (this.#conflict() || sameFields(sent, this.#base())) return this.#settleDown();
      this.#state.set('saving');
      this.#unanswered = [...this.#unanswered, sent].slice(-UNANSWERED_MAX);
      this.#keep();
      try {
        this.#arrived(sent, await this.#world.put(this.#world.shape.contentOf(sent), this.#version()));
        return;
      } catch (error) {
        if (!this.#failed(error)) return;
      }
    }
    // Somebody writes as fast as we do: take a breath instead of racing.
    this.#state.set('unreachable');
    this.#saveAfter(pauseAfter(0));
  }

  #arrived(sent: Fields, saved: DraftSaved): void {
    this.#base.set(sent);
    this.#version.set(saved.version);
    this.#unanswered = [];
    this.#savedAt.set(saved.savedAt);
    this.#rewordedSince(saved.keptWordings);
    this.#problem.set(null);
    this.#failures = 0;
    this.#settleDown();
    this.#keep();
    this.#world.onSaved(saved);
  }

  #settleDown(): void {
    if (this.#conflict()) this.#state.set('conflict');
    else if (!this.dirty()) this.#state.set('saved');
    else this.#state.set(sameFields(this.#sendable(), this.#base()) ? 'faulty' : 'editing');
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
        this.#saveAfter(failure.afterMs ?? pauseAfter(this.#failures++));
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
    const theirs = this.#world.shape.fieldsOf(server.content);
    const mine = this.#normalised(this.#typed());
    const { version, updatedBy, updatedAt, byYourself } = server;
    this.#rewordedSince(changedFields(this.#base(), theirs).filter((field) => this.#base()[field]));
    const base = byYourself ? withOwnSaves(this.#base(), theirs, this.#unanswered) : this.#base();
    const merge = mergeFields(base, mine, theirs);
    if (merge.conflicts.length === 0) {
      if (!sameFields(merge.fields, mine))
        this.#mergedFrom.set(updatedBy === null ? null : { who: updatedBy, byYourself });
      this.#rebase(theirs, version, merge.fields);
      return;
    }
    // Base and version stay until the choice is made, so that a closed tab meets the same conflict again.
    this.#conflict.set({ fields: merge.conflicts, theirs, version, updatedBy, updatedAt, byYourself });
    this.#cancelTimer();
    this.#state.set('conflict');
    this.#keep();
  }

  #rebase(base: Fields, version: number, fields: Fields): void {
    const typed = this.#typed();
    const before = this.#normalised(typed);
    const names = [...new Set([...Object.keys(typed), ...Object.keys(fields)])];
    // A field that says the same keeps its text as typed; a part that has been named but not filled in stays.
    const texts = names.flatMap((name): [string, string][] => {
      if ((before[name] ?? '') === (fields[name] ?? '')) return [[name, typed[name] ?? '']];
      return fields[name] === undefined ? [] : [[name, typedFrom(name, fields[name])]];
    });
    this.#base.set(base);
    this.#version.set(version);
    this.#unanswered = [];
    this.#typed.set(Object.fromEntries(texts));
    this.#keep();
  }

  // While it is not known what was reworded before, every field that was ever saved is taken to be.
  #rewordedSince(fields: readonly string[]): void {
    this.#reworded.update((known) => known && new Set([...known, ...fields]));
  }

  #normalised(fields: Fields): Fields {
    return normalisedFields(fields, this.#world.shape.numbers);
  }

  #withoutFaults(): Fields {
    const bad = new Set(this.faults().map((fault) => fault.field));
    const good = Object.entries(this.#normalised(this.#typed())).filter(([field]) => !bad.has(field));
    const kept = Object.entries(this.#base()).filter(([field]) => bad.has(field));
    return Object.fromEntries([...good, ...kept]);
  }

  #keep(): void {
    const { shelf } = this.#world;
    if (!this.dirty()) {
      shelf.clear();
      this.#shelved.set(true);
      return;
    }
    const at = new Date().toISOString();
    const [version, base, typed, unanswered] = [this.#version(), this.#base(), this.#typed(), this.#unanswered];
    this.#shelved.set(shelf.write({ version, base, typed, unanswered: [...unanswered], at }));
  }

  #saveAfter(delay: number): void {
    this.#cancelTimer();
    this.#timer = setTimeout(() => void this.save(), delay);
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const typedAll = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, typedFrom(field, text)]));
