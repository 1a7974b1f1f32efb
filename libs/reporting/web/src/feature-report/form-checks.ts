import type { Language } from '@malspar/shared-charts';
import type { CheckResult } from '@malspar/reporting-model';
import { fieldOf } from '../field-names';
import { checkText } from '../ui/check-words';
import type { Translate } from '../ui/period-words';

const MISSING = [
  'no_assessment',
  'no_value',
  'no_measure',
  'no_measure_responsible',
  'no_measure_date',
  'no_verdict',
  'no_verdict_explanation',
];

/** Whether the check says that something has not been filled in; nobody is told so before having had the chance. */
export const isMissing = (check: CheckResult): boolean => MISSING.includes(check.code);

/** Checks arranged for a form: the error at a field, and what asks for an explanation there. */
export class FormChecks {
  constructor(
    private readonly checks: readonly CheckResult[],
    private readonly showMissing: boolean,
    private readonly language: Language,
  ) {}

  /** What is wrong with the field, in words; null when nothing is. */
  error(t: Translate, field: string): string | null {
    const found = this.#at(field).find((check) => check.kind === 'hard' && (this.showMissing || !isMissing(check)));
    return found ? this.words(t, found) : null;
  }

  /** What the field is asked to explain. */
  soft(field: string): readonly CheckResult[] {
    return this.#at(field).filter((check) => check.kind === 'soft');
  }

  words(t: Translate, check: CheckResult): string {
    return checkText(t, check, this.language);
  }

  #at(field: string): readonly CheckResult[] {
    return this.checks.filter(
      (check) => check.code !== 'comment_unanswered' && fieldOf(check.field, check.params) === field,
    );
  }
}
