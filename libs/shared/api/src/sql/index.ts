export { managerOf } from './manager-of.js';
