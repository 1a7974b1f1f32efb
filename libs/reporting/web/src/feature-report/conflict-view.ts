import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FieldPath } from '@malspar/reporting-model';
import { FocusKeeper, formatDateTime } from '@malspar/shared-web';
import { type Fields, typedFrom } from '../data/draft-fields';
import type { OpenConflict } from '../data/draft-state';
import type { FieldConflict } from '../data/merge';
import { fieldContent, fieldWords } from './field-words';
import type { Translate } from '../ui/period-words';
import { TextField } from '../ui/text-field';

interface Row extends FieldConflict {
  readonly label: string;
  readonly mineText: string;
  readonly theirsText: string;
  /** Whether the result can be written freely, or is one of the two. */
  readonly free: boolean;
  readonly lines: number;
}

const CHOICES = ['assessment', 'verdict', 'milestones', 'measure/dueOn', 'year/assessment', 'year/verdict'];

/**
 * Two people, or one in two tabs, changed the same field: mine, theirs and the result, side by side. Nothing of either is thrown away until
 * the person here has said what it should be.
 */
@Component({
  selector: 'ms-conflict-view',
  imports: [TextField, TranslocoDirective],
  templateUrl: './conflict-view.html',
  styleUrl: './conflict-view.css',
})
export class ConflictView {
  readonly conflict = input.required<OpenConflict>();
  readonly busy = input(false);
  readonly settled = output<Fields>();

  /** The result of each field; undecided ones are absent. */
  protected readonly results = linkedSignal<OpenConflict, Fields>({ source: this.conflict, computation: () => ({}) });
  protected readonly undecided = computed(
    () => this.conflict().fields.filter(({ field }) => this.results()[field] === undefined).length,
  );
  protected readonly when = computed(() => {
    const at = this.conflict().updatedAt;
    return at === null ? '' : formatDateTime(at);
  });

  constructor() {
    // The field that was written in has gone: the focus goes to what is asked instead of nowhere.
    inject(FocusKeeper).moveTo('conflict-title');
  }

  protected rows(t: Translate): Row[] {
    return this.conflict().fields.map((conflict) => {
      const { field, mine, theirs } = conflict;
      const free = !CHOICES.some((name) => field === name || field.startsWith(`${name}/`));
      const long = mine.length > 60 || theirs.length > 60 || mine.includes('\n') || theirs.includes('\n');
      return {
        ...conflict,
        label: fieldWords(t, field),
        mineText: this.#shown(t, field, mine),
        theirsText: this.#shown(t, field, theirs),
        free,
        lines: long || /(^|\/)(comment|explanation)\b/.test(field) ? 4 : 1,
      };
    });
  }

  /** A text's key: two tabs of one person are told so, and called other things than two people. */
  protected words(name: 'title' | 'whoAndWhen' | 'mine' | 'theirs' | 'takeMine' | 'takeTheirs'): string {
    return `reporting.report.${this.conflict().byYourself ? 'ownConflict' : 'conflict'}.${name}`;
  }

  protected take(field: FieldPath, stored: string): void {
    this.write(field, typedFrom(field, stored));
  }

  protected write(field: FieldPath, text: string): void {
    this.results.update((results) => ({ ...results, [field]: text }));
  }

  protected result(field: FieldPath): string {
    return this.results()[field] ?? '';
  }

  protected isTaken(field: FieldPath, text: string): boolean {
    return this.results()[field] === typedFrom(field, text);
  }

  #shown(t: Translate, field: string, text: string): string {
    if (text === '') return t('reporting.report.conflict.empty');
    return fieldContent(t, field, text);
  }
}
