import { type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { FocusKeeper } from './focus-keeper';
import { FragmentFocus } from './fragment-focus';
import { StillFocus } from './still-focus';

/** Care for the focus on every page of the app: it is never lost, follows links to a place once, and stands still. */
export const provideFocus = (): EnvironmentProviders =>
  provideEnvironmentInitializer(() => {
    inject(FocusKeeper).watch();
    inject(FragmentFocus).watch();
    inject(StillFocus).watch();
  });
