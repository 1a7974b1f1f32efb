import { controlsIn } from './focus-on';

const PARTS =
  'fieldset, form, li, tr, details, article, section, dialog, [role="group"], [role="region"], [role="dialog"], main';

/** Where an element was before it, or something around it, was taken out of the page. */
interface Gap {
  readonly parent: Element;
  readonly before: Node | null;
  readonly after: Node | null;
}

/**
 * The element that takes over the focus from one that was taken out of the page: what came in its place, or else the
 * next control in the same part of the page, or the one before, or those of the part around it. Null when the main
 * part of the page has none.
 */
export function successorOf(gone: Node, changes: readonly MutationRecord[]): HTMLElement | null {
  const gap = gapAfter(gone, changes);
  return gap && (replacementIn(gap, changes) ?? neighbourOf(gap));
}

function gapAfter(gone: Node, changes: readonly MutationRecord[]): Gap | null {
  const removal = changes.findLast(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
  if (!removal || !(removal.target instanceof Element)) return null;
  const { target: parent, previousSibling: before, nextSibling: after } = removal;
  return parent.isConnected ? { parent, before, after } : gapAfter(parent, changes);
}

// The nearest one, before the gap or after it: what takes a turn with it may have its place on either side.
function replacementIn({ parent, after }: Gap, changes: readonly MutationRecord[]): HTMLElement | null {
  const added = changes.filter(({ target }) => target === parent).flatMap(({ addedNodes }) => [...addedNodes]);
  const children = [...parent.children];
  const isBehind = (child: Element): boolean => after !== null && (child === after || follows(child, after));
  const gap =
    after?.parentNode === parent ? children.filter((child) => !isBehind(child)).length - 0.5 : children.length;
  const nearest = children
    .map((child, index) => ({ child, distance: Math.abs(index - gap) }))
    .filter(({ child }) => added.includes(child))
    .sort((one, other) => one.distance - other.distance);
  return nearest.flatMap(({ child }) => controlsOf(child))[0] ?? null;
}

const controlsOf = (element: Element): HTMLElement[] =>
  controlsIn(element.parentElement ?? element).filter((control) => element.contains(control));

function neighbourOf({ parent, before, after }: Gap): HTMLElement | null {
  const isAfter = (control: Node): boolean => {
    if (after?.parentNode === parent) return control === after || follows(control, after) || after.contains(control);
    if (before?.parentNode === parent) return follows(control, before) && !before.contains(control);
    return follows(control, parent) && !parent.contains(control);
  };
  for (let part = parent.closest(PARTS); part; part = part.parentElement?.closest(PARTS) ?? null) {
    const controls = controlsIn(part);
    const found = controls.find(isAfter) ?? controls.at(-1);
    if (found) return found;
  }
  return null;
}

const follows = (node: Node, other: Node): boolean =>
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
