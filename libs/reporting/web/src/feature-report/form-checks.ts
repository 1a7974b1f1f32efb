import type { Language } from '@malspar/figures-model';
import { type FieldPlace, type FiredCheck, isMissing } from '@malspar/reporting-model';
import { fieldOfCheck } from '../field-names';
import { checkText } from '../ui/check-words';
import type { Translate } from '../ui/period-words';

/**
 * Checks arranged for a form: the error at a field, what asks for an explanation there, and whether it must be filled
 * in. That something is missing is no error before one has had the chance.
 */
export class FormChecks {
  constructor(
    private readonly checks: readonly FiredCheck[],
    private readonly showMissing: boolean,
    private readonly language: Language,
    /** The fields that must be filled in, as pointers. */
    private readonly required: ReadonlySet<string>,
  ) {}

  /** What is wrong with the field, in words; null when nothing is. */
  error(t: Translate, field: FieldPlace): string | null {
    const found = this.#at(field).find((check) => check.kind === 'hard' && (this.showMissing || !isMissing(check)));
    return found ? this.words(t, found) : null;
  }

  isRequired(field: FieldPlace): boolean {
    return this.required.has(`/${field}`);
  }

  /** Whether the field must be filled in, in words. */
  need(t: Translate, field: FieldPlace): string {
    return t(`reporting.report.need.${this.isRequired(field) ? 'must' : 'may'}`);
  }

  /** What the field is asked to explain. */
  soft(field: FieldPlace): readonly FiredCheck[] {
    return this.#at(field).filter((check) => check.kind === 'soft');
  }

  words(t: Translate, check: FiredCheck): string {
    return checkText(t, check, this.language);
  }

  #at(field: FieldPlace): readonly FiredCheck[] {
    return this.checks.filter((check) => check.code !== 'comment_lacks_reply' && fieldOfCheck(check) === field);
  }
}
