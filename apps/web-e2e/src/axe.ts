import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface AxeOptions {
  /** Rules of these standards alone; otherwise all that axe has switched on. */
  readonly tags?: readonly string[];
  /** These rules alone. */
  readonly rules?: readonly string[];
  /** Selector of the part that is looked at; otherwise the whole page. */
  readonly within?: string;
  /** Selector of what is left out. */
  readonly without?: string;
}

/**
 * What axe finds wrong with the page as it stands, one line for each element. Only what is wrong is asked for: the list
 * of all that is right takes several times as long to write down as to find. A page of one frame is judged in the page
 * itself; axe's other way, by a second page, is for frames of other origins, and takes longer for each look.
 */
export async function axeFaults(page: Page, { tags, rules, within, without }: AxeOptions = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  axe.setLegacyMode(page.frames().length === 1);
  if (tags) axe.withTags([...tags]);
  if (rules) axe.withRules([...rules]);
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
