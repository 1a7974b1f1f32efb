const CONTROL = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const FIELD = 'input, select, textarea';

/** Whether the element can have the focus now: in the page, shown and not disabled. */
export function canHaveFocus(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(':disabled, [type="hidden"], [hidden], [hidden] *')) return false;
  // Not every DOM that the tests run in knows what is shown.
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });
}

/** The controls within the element that can have the focus, in the order of the page. */
export const controlsIn = (element: Element): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>(CONTROL)].filter(canHaveFocus);

/**
 * The element that takes the focus for a place in the page: itself when it can, otherwise the first field within it. Of
 * a group of radio buttons it is the chosen one: on another one a press of Space would change the choice.
 */
function focusTarget(place: HTMLElement): HTMLElement {
  const own = place.matches(`${CONTROL}, [tabindex]`) ? place : null;
  const target = own ?? [...place.querySelectorAll<HTMLElement>(FIELD)].find(canHaveFocus) ?? place;
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return target;
  const group = [...target.ownerDocument.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return group.find((radio) => radio.name === target.name && radio.checked) ?? target;
}

/** Puts the focus at the place, opening what it is folded into, and brings it to the middle when it is out of view. */
export function focusOn(place: HTMLElement): void {
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  const target = focusTarget(place);
  if (!target.matches(`${CONTROL}, [tabindex]`)) target.tabIndex = -1;
  if (!isInView(target)) target.scrollIntoView({ block: 'center' });
  focusUnmoved(target);
}

/** Puts the focus at the element, with the page left where it stands. */
export const focusUnmoved = (element: HTMLElement): void => element.focus({ preventScroll: true });

// With room for what stands at the edges of the window.
function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const margin = 96;
  return top >= margin && bottom <= element.ownerDocument.documentElement.clientHeight - margin;
}
