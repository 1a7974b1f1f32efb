import { afterNextRender, Component, DestroyRef, DOCUMENT, ElementRef, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Connection } from './connection';

/**
 * Says so while the browser is offline, or what was pressed that needs the server: one line at a time. Lies over the window's
 * lower edge, so that nothing on the page moves; `--at-foot` tells others at that edge how much room it takes.
 */
@Component({
  selector: 'ms-offline-notice',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div role="alert">
        @if (connection.refused(); as refused) {
          <p class="notice bad">{{ t('shared.needsServer.' + refused.why, { name: refused.name }) }}</p>
        }
      </div>
      <div role="status">
        @if (!connection.online() && !connection.refused()) {
          <p class="notice warn">{{ t('shared.offline') }}</p>
        }
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      position: fixed;
      inset-block-end: 0;
      inset-inline: 0;
      z-index: 4;
    }
    p {
      margin: 0;
      text-align: center;
    }
  `,
})
export class OfflineNotice {
  protected readonly connection = inject(Connection);

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const room = new ResizeObserver(() => root.style.setProperty('--at-foot', `${element.offsetHeight}px`));
      room.observe(element);
      destroyed.onDestroy(() => room.disconnect());
    });
  }
}
