export { contentHashOf, saysTheSame } from '../content-hash.js';
export { PublicationMaking } from '../publication-making.js';
