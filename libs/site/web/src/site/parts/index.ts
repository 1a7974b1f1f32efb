// Links the framework's partially compiled code, and so must come before all of it.
import '@angular/compiler';

export type { DrawnPage, KindPages, Step } from '../kind-pages.js';
export type { Texts as PageTexts } from '../i18n/sv.js';
export { PAGE_CONTEXT, PageContext } from '../page-context.js';
export { DifferenceBody } from './difference-body.js';
export { Documents } from './documents.js';
export { FigureTable } from './figure-table.js';
export { ExampleMark, PlanText, Prose, Sentence } from './marks.js';
export { PublishedList } from './published-list.js';
export { Sections } from './sections.js';
