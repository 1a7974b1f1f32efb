const CAPITAL = /^\p{Lu}/u;

/**
 * A label or the title of a body as it is written within a sentence: `Helt enligt plan` → `helt enligt plan`,
 * `Regionfullmäktige` → `regionfullmäktige`. A name stays as it is: capitals further on say that it is one (`Region
 * Värmland`, `WHO`).
 */
export function withinSentence(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  const isName = first.slice(1) !== first.slice(1).toLowerCase() || rest.some((word) => CAPITAL.test(word));
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
