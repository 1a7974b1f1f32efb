import { DomainError } from '@malspar/shared-api';

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
