export * from './audit-kinds.js';
export * from './compose.js';
export type * from './composition.js';
export * from './difference.js';
export * from './feedback.js';
export * from './feedback-page.js';
export * from './feedback-words.js';
export * from './open-data/index.js';
export * from './figures/index.js';
export * from './latest-word/index.js';
export * from './mixed-origin.js';
export * from './public-address.js';
export { type FrozenPlace, FrozenForm, frozenForm, frozenPages } from './frozen-pages.js';
export * from './public-page.js';
export * from './public-pages.js';
export {
  type ArchivedPublication,
  type AreaNow,
  type PublicSite,
  type PublishedVersion,
  publicSite,
} from './public-site.js';
export * from './publication.js';
export * from './published-report.js';
export * from './chosen-versions.js';
export * from './figure-origin.js';
export * from './recognise.js';
export * from './search.js';
export * from './search-index.js';
export { type MarkedText } from './search-text.js';
export * from './said-over-time.js';
export * from './slug.js';
export * from './words.js';
export * from './accessibility-statement.js';
export * from './default-statement.js';
export * from './plan-document.js';
export * from './site-additions.js';
