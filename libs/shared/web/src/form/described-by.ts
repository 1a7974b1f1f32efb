/** The ids of those parts of a field that have something to say, for `aria-describedby`; null when none has. */
export function describedBy(fieldId: string, parts: Readonly<Record<string, unknown>>): string | null {
  const said = Object.entries(parts).filter(([, content]) => Boolean(content));
  return said.length > 0 ? said.map(([part]) => `${fieldId}-${part}`).join(' ') : null;
}
