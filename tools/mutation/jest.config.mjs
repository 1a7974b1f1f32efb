// The pure specs, chosen by the command. What is mutated is a copy of the sources; packages that they import are read
// from the originals, so that a change is put to the specs of its own package alone.
import everything from '../../jest.config.mjs';

const node = everything.projects.find(({ displayName }) => displayName === 'node');

export default {
  ...node,
  roots: ['<rootDir>/libs'],
};
