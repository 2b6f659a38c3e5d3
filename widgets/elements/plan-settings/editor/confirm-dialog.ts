import '../../../chunks/acting.ts'
import { html } from '../../../base/html.ts'
import { DialogElement, openDialog } from '../../../dialogs/dialog/dialog.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { officeArea } from '../../../i18n/office.ts'
import { officeDialogStyles } from '../styles/office-dialog.styles.ts'

export interface Question {
  opener: Element
  title: string
  text: unknown
  /** The label of the button that confirms. */
  does: string
  /** The action cannot be undone. */
  isFinal?: boolean
}

/** Asks for confirmation before something that others notice. Closing the dialog means no. */
export class WaizantAskFirst extends DialogElement<OfficeWords> {
  static override styles = [DialogElement.styles, officeDialogStyles]

  override readonly area = officeArea
  declare question: Question
  declare answer: (does: boolean) => void

  #handleYes = () => {
    this.answer(true)
    this.close()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.answer(false)
  }

  protected override heading(): string {
    return this.question.title
  }

  protected override content(words: OfficeWords): unknown {
    const { text, does, isFinal } = this.question
    return html`
      <div part="text">${text}</div>
      <div part="buttons">
        <button part="action" type="button" @click=${this.close}>${words.cancel}</button>
        <button part="action action-main ${isFinal ? 'action-danger' : ''}" type="button" @click=${this.#handleYes}>${does}</button>
      </div>
    `
  }
}

customElements.get('waizant-ask-first') ?? customElements.define('waizant-ask-first', WaizantAskFirst)

/** Resolves to whether the person confirmed. */
export const askFirst = (root: ParentNode, question: Question): Promise<boolean> =>
  new Promise((answer) => {
    openDialog(root, new WaizantAskFirst(), { opener: question.opener, question, answer })
  })

declare global {
  interface HTMLElementTagNameMap {
    'waizant-ask-first': WaizantAskFirst
  }
}
