/** The path without slashes at its end. Letter by letter: a pattern would go through a long run of them again and again. */
export function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** The path as addresses are written, however it was escaped; null when it cannot be read. */
export function canonicalPath(path: string, write: (segment: string) => string = (segment) => segment): string | null {
  try {
    return path
      .split('/')
      .map((segment) => encodeURIComponent(write(decodeURIComponent(segment))))
      .join('/');
  } catch {
    return null;
  }
}

/** Segments with nothing between them but single slashes. Each letter can be taken in one way only: it takes no time. */
const PLAIN = /^\/(?:[\w%.~-]+(?:\/[\w%.~-]+)*)?$/;

/**
 * Where a path is to be found that is written with a slash at its end, or that says a language that goes without
 * saying; null when it is written as it should be. Never another host.
 */
export function movedTo(path: string): string | null {
  const plain = withoutEndSlashes(path.replace(/^\/sv(?=\/|$)/, '')) || '/';
  return plain !== path && PLAIN.test(plain) ? plain : null;
}
