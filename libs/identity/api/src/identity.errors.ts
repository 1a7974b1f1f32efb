import { Invalid } from '@malspar/shared-api';

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
