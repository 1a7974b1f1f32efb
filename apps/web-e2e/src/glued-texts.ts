import type { Page } from '@playwright/test';

/**
 * Texts of a page that read as one word although they stand in two elements, such as "Före:51,5", as far as the page is
 * open: Angular drops the space between two elements. Words of which a part is marked are one word.
 */
export const gluedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SKIPPED = 'script, style, svg, noscript, template';
    const found: string[] = [];
    let before: Text | null = null;

    const drawsBeside = (element: Element, where: '::before' | '::after'): boolean =>
      !['none', 'normal', '""'].includes(getComputedStyle(element, where).content);
    const breaksLine = (element: Element): boolean => {
      const { display, position } = getComputedStyle(element);
      return !/^(inline|contents|ruby)/.test(display) || position === 'absolute' || element.matches('br, input, img');
    };
    const meet = (text: Text): void => {
      const [left, right] = [before?.data ?? '', text.data];
      const isOneWord = text.parentElement?.matches('mark') || before?.parentElement?.matches('mark');
      if (!isOneWord && /[\p{L}\p{N}%.,:;!?)]$/u.test(left) && /^[\p{L}\p{N}([]/u.test(right))
        found.push(`${left.slice(-30)}|${right.slice(0, 30)}`);
      before = text;
    };
    const walk = (node: Node): void => {
      if (node instanceof Text) {
        if (node.data !== '') meet(node);
        return;
      }
      if (!(node instanceof Element)) return;
      if (node.matches(SKIPPED) || getComputedStyle(node).display === 'none') {
        before = null;
        return;
      }
      const isApart = breaksLine(node);
      if (isApart || drawsBeside(node, '::before')) before = null;
      node.childNodes.forEach(walk);
      if (isApart || drawsBeside(node, '::after')) before = null;
    };
    document.querySelectorAll('details').forEach((each) => (each.open = true));
    walk(document.body);
    return found;
  });
