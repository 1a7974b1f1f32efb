import { inject } from '@angular/core';
import type { CanActivateChildFn } from '@angular/router';
import { Session } from './session';

/** Sends somebody who is not signed in to the sign-in, and back to the same page afterwards. */
export const signedIn: CanActivateChildFn = (_route, state) => {
  const session = inject(Session);
  if (session.me()) return true;
  // Whether somebody is signed in is not known: the shell says so, and asking for a sign-in would not help.
  if (session.failure()) return false;
  session.signIn(`/app${state.url}`);
  return false;
};
