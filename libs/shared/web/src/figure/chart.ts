import { Component, computed, input, output } from '@angular/core';
import type { Scene } from '@malspar/shared-charts';

let drawn = 0;

/** Draws a scene; each mark's role is its class, and the stylesheet gives it looks. */
@Component({
  selector: 'ms-chart',
  templateUrl: './chart.html',
  styleUrl: './chart.css',
})
export class Chart {
  readonly scene = input.required<Scene>();
  /** Which stop is pointed out; -1 is none. */
  readonly at = input(-1);
  /** The stop under the pointer; -1 when it has left. */
  readonly pointed = output<number>();

  // The same scene may be drawn twice on a page, and ids may not.
  protected readonly id = `chart-${++drawn}`;
  protected readonly here = computed(() => this.scene().stops[this.at()]);

  protected point(event: PointerEvent): void {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const scene = this.scene();
    const x = ((event.clientX - left) * scene.width) / width;
    const y = ((event.clientY - top) * scene.height) / height;
    // Any height will do over a series; in a grid the row decides.
    const near = scene.stops
      .map((stop, index) => ({ stop, index }))
      .filter(({ stop }) => x >= stop.x && x <= stop.x + stop.w);
    const within = near.find(({ stop }) => y >= stop.y && y <= stop.y + stop.h);
    this.pointed.emit(within?.index ?? -1);
  }
}
