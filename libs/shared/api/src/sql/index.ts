export { DATA_VERSIONS } from './data-versions.js';
export { entityRows } from './entity-rows.js';
export { managerOf } from './manager-of.js';
export { pageOfRows } from './page-of-rows.js';
export { allRows, changeRows, firstRow, firstRowFrom } from './rows.js';
export { json, named, type Sql, sql, typed, type TypedValue, word, wordList } from './sql.js';
