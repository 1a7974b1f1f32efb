import { Component, computed, effect, ElementRef, inject, input, output, Renderer2 } from '@angular/core';
import { type Attributes, type Scene, type SceneElement, sceneElements, stopElements } from '@malspar/figures-model';

/**
 * Draws a scene: in the app, on the public pages, and as print has it, since marks become elements in one place. Each
 * mark's role is its class, and `chart.css` gives it looks. It has no styles of its own, so that it may stand on pages
 * that allow none.
 */
@Component({
  selector: 'ms-chart',
  template: '',
  host: {
    '(pointermove)': 'point($event)',
    '(pointerdown)': 'point($event)',
    '(pointerleave)': 'pointed.emit(-1)',
  },
})
export class Chart {
  readonly scene = input.required<Scene>();
  /** The language of the plan's words (BCP 47); null where the page itself is in it. */
  readonly planLanguage = input<string | null>(null);
  /** Which stop is pointed out; -1 is none. */
  readonly at = input(-1);
  /** The stop under the pointer; -1 when it has left. */
  readonly pointed = output<number>();

  readonly #renderer = inject(Renderer2);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #svg = this.#append('svg', {}, this.#host);
  readonly #here = computed(() => this.scene().stops[this.at()]);

  constructor() {
    effect(() => this.#draw(this.scene(), this.planLanguage()));
    effect((onCleanup) => {
      const stop = this.#here();
      if (!stop) return;
      const box = { x: stop.x - 2, y: stop.y - 2, width: stop.w + 4, height: stop.h + 4 };
      const cursor = this.#append('rect', { class: 'cursor', ...box }, null);
      this.#renderer.insertBefore(this.#svg, cursor, this.#svg.firstChild);
      onCleanup(() => this.#renderer.removeChild(this.#svg, cursor));
    });
  }

  protected point(event: PointerEvent): void {
    const { left, top, width, height } = this.#svg.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const scene = this.scene();
    const x = ((event.clientX - left) * scene.width) / width;
    const y = ((event.clientY - top) * scene.height) / height;
    this.pointed.emit(scene.stops.findIndex((s) => x >= s.x && x <= s.x + s.w && y >= s.y && y <= s.y + s.h));
  }

  #draw(scene: Scene, planLanguage: string | null): void {
    const { width, height, title, desc } = scene;
    for (const child of [...this.#svg.childNodes]) this.#renderer.removeChild(this.#svg, child);
    const about = { role: 'img', 'aria-label': title, width, height, viewBox: `0 0 ${width} ${height}` };
    this.#set(this.#svg, about);
    this.#write('desc', {}, desc);
    for (const element of [...sceneElements(scene), ...stopElements(scene)]) this.#drawElement(element, planLanguage);
  }

  #drawElement({ tag, role, attributes, text, isPlans }: SceneElement, planLanguage: string | null): void {
    const lang: Attributes = isPlans && planLanguage !== null ? { lang: planLanguage } : {};
    this.#write(tag, { class: role, ...attributes, ...lang }, text);
  }

  #write(tag: string, attributes: Attributes, text: string | null): void {
    const element = this.#append(tag, attributes, this.#svg);
    if (text !== null) this.#renderer.appendChild(element, this.#renderer.createText(text));
  }

  #append(tag: string, attributes: Attributes, parent: Element | null): SVGElement {
    const element = this.#renderer.createElement(tag, 'svg') as SVGElement;
    this.#set(element, attributes);
    if (parent) this.#renderer.appendChild(parent, element);
    return element;
  }

  #set(element: SVGElement, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      this.#renderer.setAttribute(element, name, String(value));
    }
  }
}
