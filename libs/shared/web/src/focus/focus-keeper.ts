import { DOCUMENT } from '@angular/common';
import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { canHaveFocus, focusOn, focusUnmoved } from './focus-on';
import { successorOf } from './successor';

const PARTS = 'section, article, li, form, fieldset:not(:disabled), dialog, main';

/**
 * Keeps the focus in the page. When the focused element is taken out of it, the focus goes to what came in its place or
 * to the next control; while it is disabled or hidden, to the part of the page that it is in, and back again. A page
 * that knows better says so with `moveTo`.
 */
@Injectable({ providedIn: 'root' })
export class FocusKeeper {
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  /** The element that has the focus, or should have it. */
  #held: HTMLElement | null = null;
  /** Has the focus for as long as the held element cannot. */
  #standIn: HTMLElement | null = null;

  /** Whether a button of the mouse is down: what loses the focus then was left by choice. */
  #pressing = false;

  /** Starts watching the page; once, when the app starts. */
  watch(): void {
    const page = this.#document;
    page.addEventListener('pointerdown', () => (this.#pressing = true), true);
    page.addEventListener('pointerup', () => (this.#pressing = false), true);
    page.addEventListener('focusin', ({ target }) => this.#hold(target));
    page.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget === null && this.#pressing && this.#held?.isConnected) this.#held = null;
    });
    new MutationObserver((changes) => this.#look(changes)).observe(page.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['class', 'disabled', 'hidden', 'inert', 'open'],
    });
  }

  /** Moves the focus to a place, named by its id or sought by its page, once what is being changed has been drawn. */
  moveTo(place: string | (() => HTMLElement | null | undefined)): void {
    this.#moveOnceDrawn(typeof place === 'string' ? () => this.#document.getElementById(place) : place);
  }

  /** As `moveTo`, to the page's heading: the page has become about something else. */
  moveToHeading(): void {
    this.#moveOnceDrawn(() => this.#document.querySelector<HTMLElement>('h1'));
  }

  #moveOnceDrawn(find: () => HTMLElement | null | undefined): void {
    const move = (): void => {
      const place = find();
      if (place) focusOn(place);
    };
    afterNextRender(move, { injector: this.#injector });
  }

  #hold(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || target === this.#standIn) return;
    this.#held = target;
    this.#standIn = null;
  }

  #isLost(): boolean {
    const { activeElement, body } = this.#document;
    return activeElement === null || activeElement === body;
  }

  #look(changes: readonly MutationRecord[]): void {
    const held = this.#held;
    const { activeElement } = this.#document;
    if (!held || !(this.#isLost() || activeElement === held || activeElement === this.#standIn)) return;
    if (!held.isConnected) this.#moveOn(held, changes);
    else if (!canHaveFocus(held)) this.#standInFor(held);
    else if (activeElement !== held) focusUnmoved(held);
  }

  #standInFor(held: HTMLElement): void {
    if (this.#standIn !== null && this.#document.activeElement === this.#standIn) return;
    const part = held.parentElement?.closest<HTMLElement>(PARTS);
    if (!part) return;
    if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
    this.#standIn = part;
    part.dataset['focusStandIn'] = '';
    focusUnmoved(part);
  }

  #moveOn(gone: HTMLElement, changes: readonly MutationRecord[]): void {
    const main = this.#document.querySelector('main');
    const successor = successorOf(gone, changes) ?? main;
    this.#held = null;
    successor?.focus({ preventScroll: successor === main });
  }
}
