import { type FiredCheck, isOpen, type PeriodDoubt } from '@malspar/reporting-model';
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

/** 403: the person had an assignment that let them do it, and it has ended. */
export class AssignmentEnded extends DomainError {
  constructor() {
    super({
      type: 'assignment-ended',
      status: 403,
      title: 'Ditt uppdrag har upphört, så du kan inte längre ändra i rapporten.',
      titleEn: 'Your assignment has ended, so you can no longer change the report.',
      errors: [{ pointer: '', code: 'assignment-ended' }],
    });
  }
}

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

/** 403: four eyes: those who wrote, submitted or endorsed may not take this step too. */
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

/** 422: reports are missing when a period is to be closed; one error per report that is not approved. */
export class PeriodIncomplete extends DomainError {
  constructor(missing: readonly { readonly slug: string; readonly title: string; readonly state: string }[]) {
    super({
      type: 'period-incomplete',
      status: 422,
      title: 'Alla rapporter är inte godkända. Stäng ändå genom att ange ett skäl.',
      titleEn: 'Not all reports are approved. Give a reason to close anyway.',
      errors: missing.map(({ slug, title, state }) => ({
        pointer: `/reports/${slug}`,
        code: 'not-approved',
        params: { title, state },
      })),
    });
  }
}

export interface DoubtAboutPeriod {
  readonly code: PeriodDoubt;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** 422: the days may be a slip; saved when the same request comes again with each code among its `confirmed`. */
export class PeriodDoubtful extends DomainError {
  constructor(doubts: readonly DoubtAboutPeriod[]) {
    super({
      type: 'period-doubtful',
      status: 422,
      title: 'Stämmer det här? Ändra, eller bekräfta att det är rätt.',
      titleEn: 'Is this right? Change it, or confirm that it is meant.',
      errors: [...doubts],
    });
  }
}

/** 409: there is already a period with the code, or one that covers the same days. */
export class PeriodExists extends DomainError {
  constructor(code: string) {
    super({
      type: 'period-exists',
      status: 409,
      title: 'Perioden finns redan, eller överlappar en annan.',
      titleEn: 'The period exists already, or overlaps another.',
      errors: [{ pointer: '/code', code: 'period-exists', params: { period: code } }],
    });
  }
}
