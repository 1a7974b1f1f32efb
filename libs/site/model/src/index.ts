export * from './accessibility-statement.js';
export * from './audit-kinds.js';
export * from './default-statement.js';
export type { ShownVersion } from './drawn-kind.js';
/** @public What a kind that the site draws hands over. */
export type { DrawnKind, DrawnPublished } from './drawn-kind.js';
/** @public How a domain hands over a kind that the site draws. */
export { drawnByTheSite } from './drawn-kind.js';
export * from './feedback-page.js';
export * from './frozen-pages.js';
export * from './known-versions.js';
export type * from './listed-publication.js';
export * from './open-data/index.js';
export { type KindData, kindsWithData } from './open-data-addresses.js';
export * from './open-data-responses.js';
export * from './plan-document.js';
export * from './public-address.js';
export * from './public-page.js';
export * from './public-pages.js';
export { type PublicSite, publicSite, siteOf } from './public-site.js';
export * from './search.js';
export * from './search-entry.js';
export * from './search-index.js';
export type { MarkedText } from './search-text.js';
export type * from './shown-kind.js';
export * from './site-additions.js';
export type * from './site-name.js';
