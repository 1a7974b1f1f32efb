import { Dialog, DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, Injectable } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

export interface Confirmation {
  readonly title: string;
  readonly text: string;
  /** A verb that names the act. */
  readonly act: string;
  readonly danger?: boolean;
}

@Component({
  selector: 'ms-confirm-dialog',
  imports: [TranslocoDirective],
  template: `
    <section class="dialog" *transloco="let t">
      <h2 id="confirm-title">{{ asked.title }}</h2>
      <p>{{ asked.text }}</p>
      <p class="cluster">
        <button
          type="button"
          class="button"
          [class.danger]="asked.danger"
          [class.primary]="!asked.danger"
          (click)="close(true)"
        >
          {{ asked.act }}
        </button>
        <button type="button" class="button quiet" id="confirm-cancel" (click)="close(false)">
          {{ t('shared.cancel') }}
        </button>
      </p>
    </section>
  `,
})
class ConfirmDialog {
  protected readonly asked = inject<Confirmation>(DIALOG_DATA);
  readonly #dialog = inject<DialogRef<boolean>>(DialogRef);

  protected close(yes: boolean): void {
    this.#dialog.close(yes);
  }
}

/** Asks before an act that cannot be undone. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  readonly #dialog = inject(Dialog);

  async ask(confirmation: Confirmation): Promise<boolean> {
    const opened = this.#dialog.open<boolean>(ConfirmDialog, {
      data: confirmation,
      ariaModal: true,
      ariaLabelledBy: 'confirm-title',
      // A press of Enter too many must not do harm.
      autoFocus: confirmation.danger ? '#confirm-cancel' : 'first-tabbable',
    });
    return (await firstValueFrom(opened.closed, { defaultValue: false })) ?? false;
  }
}
