import type { PeriodDoubt } from '@malspar/reporting-model';
import { DomainError } from '@malspar/shared-api';

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
