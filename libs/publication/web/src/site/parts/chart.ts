import { Component, input } from '@angular/core';
import type { Scene } from '@malspar/shared-charts';

/** Draws a scene; each mark's role is its class, and the site's stylesheet gives it looks. The table has the values. */
@Component({
  selector: 'ms-chart',
  template: `
    <svg
      role="img"
      [attr.aria-label]="scene().title"
      [attr.width]="scene().width"
      [attr.height]="scene().height"
      [attr.viewBox]="'0 0 ' + scene().width + ' ' + scene().height"
    >
      @for (mark of scene().marks; track $index) {
        @switch (mark.kind) {
          @case ('path') {
            <path
              [attr.class]="mark.role"
              [attr.d]="mark.d"
              [attr.transform]="mark.at ? 'translate(' + mark.at.join(' ') + ')' : null"
            />
          }
          @case ('rect') {
            <rect
              [attr.class]="mark.role"
              [attr.x]="mark.x"
              [attr.y]="mark.y"
              [attr.width]="mark.w"
              [attr.height]="mark.h"
            />
          }
          @case ('text') {
            <text [attr.class]="mark.role" [attr.x]="mark.x" [attr.y]="mark.y" [attr.text-anchor]="mark.anchor ?? null">
              {{ mark.text }}
            </text>
          }
        }
      }
    </svg>
  `,
})
export class Chart {
  readonly scene = input.required<Scene>();
}
