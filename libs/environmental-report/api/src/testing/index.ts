export { PublicationWorld } from './publication-world.js';
