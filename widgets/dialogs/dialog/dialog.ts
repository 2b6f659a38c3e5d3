import '../../chunks/acting.ts'
import type { CSSResultGroup } from 'lit'
import { WaizantElement } from '../../base/element.ts'
import { followLanguage } from '../../base/follow-language.ts'
import { html } from '../../base/html.ts'
import { actionStyles } from '../../styles/action.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import { dialogStyles } from './dialog.styles.ts'

/**
 * A modal dialog as an element: it opens where its button is put, grows from that button, gives the focus back and leaves
 * the page when closed. On a phone it is a sheet from below. A subclass gives `heading`, `content` and words with `close`.
 *
 * @csspart dialog
 * @csspart dialog-header
 * @csspart close
 */
export abstract class DialogElement<Words extends { close: string }> extends WaizantElement<Words> {
  static override styles: CSSResultGroup = [baseStyles, actionStyles, ...lateStyles, dialogStyles]

  /** The button to grow from. */
  opener: Element | undefined

  protected abstract heading(words: Words): string
  protected abstract content(words: Words): unknown

  protected get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!
  }

  /** The person that it was opened for is no longer connected. */
  protected override forget(): void {
    this.remove()
  }

  protected override firstUpdated(): void {
    if (this.isConnected) this.#show()
  }

  close = (): void => {
    this.dialog.close()
  }

  /**
   * Runs work that opens a window of another party next to the dialog, such as a bank's. Meanwhile the dialog stays
   * visible but leaves the top layer, and the rest of the page responds.
   */
  aside = async <T>(work: () => Promise<T>): Promise<T> => {
    const { dialog } = this
    dialog.close()
    dialog.show()
    try {
      return await work()
    } finally {
      if (dialog.open && this.isConnected) {
        dialog.close()
        dialog.showModal()
      }
    }
  }

  /** Moves the focus to the heading: the content of the dialog has changed. */
  protected focusHeading(): void {
    this.renderRoot.querySelector('h2')?.focus()
  }

  #show() {
    const { dialog, opener } = this
    dialog.showModal()
    if (!opener) return
    const from = opener.getBoundingClientRect()
    const to = dialog.getBoundingClientRect()
    const x = from.x + from.width / 2 - to.x
    const y = from.y + from.height / 2 - to.y
    dialog.style.transformOrigin = `${x}px ${y}px`
  }

  /** The event arrives a moment later: the dialog may have opened again, next to a bank's window. */
  #handleClose = () => {
    if (!this.dialog.open) this.remove()
  }

  protected override render(): unknown {
    const { words } = this
    return html`
      <dialog part="dialog" aria-labelledby="title" lang=${this.language} @close=${this.#handleClose}>
        <header part="dialog-header">
          <h2 id="title" tabindex="-1">${this.heading(words)}</h2>
          <button part="close" type="button" aria-label=${words.close} @click=${this.close}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        ${this.content(words)}
      </dialog>
    `
  }
}

/**
 * Inserts a dialog next to its button, so that it inherits the theme. It speaks the language of the element that opens
 * it, whenever that changes; with a `locale` of its own, that one.
 */
export const openDialog = <T extends WaizantElement>(root: ParentNode, dialog: T, about: Partial<T>): T => {
  const { host } = root as ShadowRoot
  if (!about.locale && host instanceof WaizantElement) followLanguage(dialog, host)
  root.append(Object.assign(dialog, about))
  return dialog
}
