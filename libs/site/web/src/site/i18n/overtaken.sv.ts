/** What stands above a frozen page when something on it no longer holds. */
export const overtaken = {
  label: 'Har ändrats sedan dess',
  lead: 'En del av det som står på den här sidan gäller inte längre. Sidan ligger kvar som den publicerades.',
  corrected: (name: string) => `Rättat i ${name}`,
  revised: (name: string) => `Nytt i ${name}`,
  count: (count: number) => (count === 1 ? '1 uppgift' : `${count} uppgifter`),
  change: (was: string, is: string) => `var ${was}, är ${is}`,
  text: 'texten är ändrad',
};

/** Where an area has no report for the latest period. */
export const gap = {
  missing: (period: string) => `Rapporten för ${period} saknas:`,
  last: (period: string) => `Senaste samlade bedömningen är för ${period}:`,
  never: 'Målområdet har ingen publicerad bedömning än.',
};
