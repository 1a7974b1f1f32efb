export * from './accessibility-statement.js';
export * from './audit-kinds.js';
export * from './chosen-versions.js';
export * from './default-statement.js';
export * from './feedback-page.js';
export { FrozenForm, frozenForm, frozenPages, type FrozenPlace } from './frozen-pages.js';
export * from './known-versions.js';
export * from './open-data/index.js';
export * from './plan-document.js';
export * from './public-address.js';
export * from './public-page.js';
export * from './public-pages.js';
export {
  type ArchivedPublication,
  type AreaNow,
  type PublicSite,
  publicSite,
  type PublishedVersion,
} from './public-site.js';
export * from './search.js';
export * from './search-index.js';
export type { MarkedText } from './search-text.js';
export * from './site-additions.js';
