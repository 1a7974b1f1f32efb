import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SingleKeys } from '@malspar/shared-web';

const KEYS = ['find', 'help', 'targets', 'saveNext', 'changes', 'nextReport'] as const;

@Component({
  selector: 'ms-shortcut-help',
  imports: [TranslocoDirective],
  template: `
    <section class="dialog" *transloco="let t">
      <h2 id="shortcut-title">{{ t('shared.shortcuts.title') }}</h2>
      <dl>
        @for (key of keys; track key) {
          <div>
            <dt>
              <kbd>{{ t('shared.shortcuts.' + key + '.keys') }}</kbd>
            </dt>
            <dd>{{ t('shared.shortcuts.' + key + '.does') }}</dd>
          </div>
        }
      </dl>
      <label class="choice">
        <input type="checkbox" [checked]="enabled()" (change)="toggle()" />
        {{ t('shared.shortcuts.single') }}
      </label>
      <button type="button" class="button" (click)="close()">{{ t('shared.close') }}</button>
    </section>
  `,
  styles: `
    dl div {
      display: grid;
      grid-template-columns: 8rem minmax(0, 1fr);
      align-items: baseline;
      padding-block: var(--s1);
    }
    kbd {
      font-family: inherit;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      padding: 0 var(--s2);
    }
  `,
})
export class ShortcutHelp {
  protected readonly keys = KEYS;
  readonly #dialog = inject(DialogRef);
  readonly #singleKeys = inject(SingleKeys);
  protected readonly enabled = signal(this.#singleKeys.enabled);

  protected toggle(): void {
    this.#singleKeys.enabled = !this.#singleKeys.enabled;
    this.enabled.set(this.#singleKeys.enabled);
  }

  protected close(): void {
    this.#dialog.close();
  }
}
