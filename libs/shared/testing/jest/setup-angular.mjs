import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

// For a machine that is slow and busy: a second is soon gone there.
configure({ asyncUtilTimeout: 60_000 });
// This DOM lays nothing out, and so has nothing to scroll.
globalThis.Element.prototype.scrollIntoView = () => undefined;
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
