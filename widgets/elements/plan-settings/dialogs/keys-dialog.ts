import '../../../chunks/acting.ts'
import { html } from '../../../base/html.ts'
import { DialogElement, openDialog } from '../../../dialogs/dialog/dialog.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { officeArea } from '../../../i18n/office.ts'
import { officeDialogStyles } from '../styles/office-dialog.styles.ts'

/** The keyboard shortcuts of the tables. */
export class WaizantKeysDialog extends DialogElement<OfficeWords> {
  static override styles = [DialogElement.styles, officeDialogStyles]

  override readonly area = officeArea

  protected override heading(words: OfficeWords): string {
    return words.keys
  }

  protected override content(words: OfficeWords): unknown {
    return html`
      <dl>
        ${words.keyList.map(({ keys, does }) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${does}</dd></div>`)}
      </dl>
    `
  }
}

customElements.get('waizant-keys-dialog') ?? customElements.define('waizant-keys-dialog', WaizantKeysDialog)

export const openKeys = (root: ParentNode, about: Partial<WaizantKeysDialog>): void => {
  openDialog(root, new WaizantKeysDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-keys-dialog': WaizantKeysDialog
  }
}
