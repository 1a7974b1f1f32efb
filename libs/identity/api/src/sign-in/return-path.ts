import { formerSignInPaths, signInPaths } from './sign-in-config.js';

// Only used to resolve a path; `.invalid` can never be a real host.
const ANY_ORIGIN = 'https://application.invalid';
const leadsNowhere: readonly string[] = [
  ...[signInPaths.noAccess, signInPaths.failed, signInPaths.signedOut],
  ...formerSignInPaths,
];

/**
 * The path to land on after sign-in: what was asked for if it is a page of the internal application, else its start
 * page. Judged as a browser would resolve it, so `//host`, `/\host`, `/app/..//host` and encodings of them lead home.
 */
export function safeReturnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith('/')) return signInPaths.home;
  // Backslashes and control characters are read differently by browsers and servers.
  if (/[\\\p{Cc}]/u.test(asked) || /^[^?#]*%(?:0|1|5c|7f|25)/i.test(asked)) return signInPaths.home;
  if (!URL.canParse(asked, ANY_ORIGIN)) return signInPaths.home;
  const { origin, pathname, search, hash } = new URL(asked, ANY_ORIGIN);
  const inside = origin === ANY_ORIGIN && (pathname === '/app' || pathname.startsWith('/app/'));
  return inside && !leadsNowhere.includes(pageOf(pathname)) ? `${pathname}${search}${hash}` : signInPaths.home;
}

/** The page that the app shows at a path: slashes too many, path parameters and encoding do not make it another. */
function pageOf(pathname: string): string {
  try {
    const segments = pathname.split('/').map((segment) => decodeURIComponent(segment.replace(/;.*/, '')));
    return `/${segments.filter((segment) => segment !== '').join('/')}`;
  } catch {
    // The app cannot read it either.
    return signInPaths.failed;
  }
}
