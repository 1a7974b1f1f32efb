import { expect, type Page } from '@playwright/test';

/** What has the focus, as a person would name it. */
export const focusedId = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement, body } = document;
    return activeElement === null || activeElement === body ? 'nothing' : activeElement.id || activeElement.tagName;
  });

/** After an act that took its own control away, the focus has gone on to something. */
export const expectFocusKept = (page: Page): Promise<void> => expect.poll(() => focusedId(page)).not.toBe('nothing');
