const LONGEST = 240;

/** The first sentence of a text: what a reader in a hurry should have. Cut between words if it never ends. */
export function leadSentence(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|\s*$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= LONGEST) return sentence;
  return `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
