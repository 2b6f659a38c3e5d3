import type { ChildPart } from 'lit'
import { Directive, directive } from 'lit/directive.js'

/**
 * Text that stays current after a page translator: that puts an element in the place of each text node, and Lit's next
 * text would go to the node that is no longer there.
 */
class FreshText extends Directive {
  #shown: string | undefined

  override update({ startNode }: ChildPart, [text]: [string]): string {
    const node = startNode!.nextSibling
    if (this.#shown && this.#shown !== text && node instanceof Element) node.replaceWith('')
    this.#shown = text
    return text
  }

  override render(text: string): string {
    return text
  }
}

export const freshText = directive(FreshText)
