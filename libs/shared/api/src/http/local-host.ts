const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether the name or address means this very machine, whatever any name server says. */
export const isLocalHost = (hostname: string): boolean => LOCAL.has(hostname.toLowerCase());

/** Whether the origin is this very machine. */
export const isLocalOrigin = (origin: string): boolean => isLocalHost(new URL(origin).hostname);

/** Whether a `Host` header, with or without a port, names this very machine. */
export function isLocalHostHeader(host: string | undefined): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1];
  return name !== undefined && isLocalHost(name);
}
