import type { DraftSaved } from '@malspar/reporting-model';
import type { DraftShape, Fields } from './draft-fields';
import type { ShelvedDraft } from './draft-shelf';
import type { FieldConflict } from './merge';

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
