import { type FiredCheck, isOpen } from '@malspar/reporting-model';
import type { FieldError } from '@malspar/shared-model';
import { DomainError } from '@malspar/shared-api';

/** 422: checks stand in the way of a submit. Each error points into the report: `/entries/R1/values/0`, `/verdict`. */
export class ChecksNotMet extends DomainError {
  constructor(checks: readonly FiredCheck[]) {
    super({
      type: 'checks-not-met',
      status: 422,
      title: 'Några kontroller är inte klara. Rätta eller förklara dem och skicka in igen.',
      titleEn: 'Some checks are open. Correct or explain them and submit again.',
      errors: checks.filter(isOpen).map(toFieldError),
    });
  }
}

const toFieldError = ({ targetCode, field, code, params }: FiredCheck): FieldError => ({
  pointer: targetCode === null ? field : `/entries/${targetCode}${field}`,
  code,
  params,
});

/** 409: a correction was submitted that says what is published already. */
export class NothingCorrected extends DomainError {
  constructor() {
    super({
      type: 'nothing-corrected',
      status: 409,
      title:
        'Rapporten säger samma sak som den som är publicerad. Rätta den, eller be miljösamordnaren ångra rättelsen.',
      titleEn: 'The report says what is published already. Correct it, or ask the coordinator to undo the correction.',
    });
  }
}

/** 409: the revision that was named is no longer the current one. */
export class StaleRevision extends DomainError {
  constructor(current: { readonly number: number; readonly sha256: string | null }) {
    super({
      type: 'stale-revision',
      status: 409,
      title: 'Rapporten har skickats in på nytt sedan du öppnade den. Läs den nya versionen först.',
      titleEn: 'The report has been submitted again since you opened it. Read the new revision first.',
      current,
    });
  }
}

/** 403: four eyes: those who wrote, submitted or endorsed may not take this transition too. */
export class FourEyes extends DomainError {
  constructor(code: string) {
    super({
      type: 'four-eyes',
      status: 403,
      title: 'Någon annan än den som har skrivit, skickat in eller tillstyrkt måste ta det här steget.',
      titleEn: 'Someone other than those who wrote, submitted or endorsed must take this step.',
      errors: [{ pointer: '', code }],
    });
  }
}
