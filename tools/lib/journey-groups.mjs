// How journeys in the browser are spread over the two stacks, and which of them depend on each other.

/** Journeys that only look: they can go two at a time, and before those that change what there is to see. */
export const LOOKING = /(accessibility|asking|charts|hostile-texts|open-data|public-site)\.journey\.ts$/;

/** Of those that act, the ones that the second stack is for: about half of the time that they take. */
export const ON_THE_SECOND = /(nothing-is-lost|publishing|review|session|sign-in-cookie|website)\.journey\.ts$/;

/** Separates the names of the journeys to leave out, in the environment of the runner. */
export const LEFT_OUT = 'MALSPAR_JOURNEYS_LEFT_OUT';

/**
 * @param {readonly string[]} paths of all journeys
 * @returns {{name: string, paths: string[]}[]} each that only looks by itself; those that act on the same stack together,
 *   since each finds what the ones before it have left
 */
export function journeyGroups(paths) {
  const acting = paths.filter((path) => !LOOKING.test(path));
  return [
    ...paths.filter((path) => LOOKING.test(path)).map((path) => ({ name: path, paths: [path] })),
    { name: 'journeys acting on the first stack', paths: acting.filter((path) => !ON_THE_SECOND.test(path)) },
    { name: 'journeys acting on the second stack', paths: acting.filter((path) => ON_THE_SECOND.test(path)) },
  ];
}
