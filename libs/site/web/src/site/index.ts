// Links the framework's partially compiled code, and so must come before all of it.
import '@angular/compiler';

export type { PageAssets } from './document.js';
export { type RenderOptions, renderOvertaken, renderPage } from './render-page.js';
export { searchableWords } from './searchable-words.js';
