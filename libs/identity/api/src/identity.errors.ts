import { DomainError, Invalid } from '@malspar/shared-api';

/** 422: the same person already answers for the same thing on some of those days. */
export class AssignmentOverlaps extends Invalid {
  constructor() {
    super([{ pointer: '/from', code: 'overlaps' }]);
  }
}

/** 422: there is no such person, focus area or department. */
export class UnknownReference extends Invalid {
  constructor(pointer: '/personId' | '/scopeId') {
    super([{ pointer, code: 'unknown-reference' }]);
  }
}

/** 409: administrators do not shut themselves out. */
export class OwnAccount extends DomainError {
  constructor() {
    super({
      type: 'own-account',
      status: 409,
      title: 'Du kan inte avaktivera dig själv. Be en annan administratör.',
      titleEn: 'You cannot deactivate yourself. Ask another administrator.',
    });
  }
}

/** 409: without an active administrator nobody could let anybody in again. */
export class LastAdministrator extends DomainError {
  constructor() {
    super({
      type: 'last-administrator',
      status: 409,
      title: 'Personen är den enda aktiva administratören. Någon annan behöver rollen först.',
      titleEn: 'This is the only active administrator. Somebody else needs the role first.',
    });
  }
}
