import '../elements/encounter-purchase/encounter-purchase.ts'
import '../elements/licence-purchase/licence-purchase.ts'
import { connect } from '../stores/connect.ts'
import { type Answer, FakeServer } from './fake-server.ts'
import { all, mount, until } from './page.ts'
import { purchaseAnswers } from './purchase-answers.ts'
import { said } from './purchase-states.ts'

/** The server of a connected customer; the given answers take precedence. */
export const purchaseServer = (...answers: Answer[]): FakeServer => {
  const server = new FakeServer()
  for (const answer of [...answers, ...purchaseAnswers()].reverse()) server.on(answer)
  connect({ api: server.api, ecosystem: 'legacy533', getToken: () => 'a-token' })
  return server
}

export const purchaseElement = <T extends 'waizant-encounter-purchase' | 'waizant-licence-purchase'>(
  tag: T,
  attributes = '',
): HTMLElementTagNameMap[T] => mount<HTMLElementTagNameMap[T]>(`<${tag} ${attributes}></${tag}>`)

/** Waits until the element shows this text. */
export const says = (element: Element, words: string): Promise<unknown> =>
  until(() => said(element).includes(words))

export const buttonNamed = (element: Element, name: string): HTMLButtonElement | undefined =>
  all<HTMLButtonElement>(element, 'button').find(
    (button) => (button.ariaLabel ?? button.innerText).trim() === name,
  )

export const press = async (element: Element, name: string): Promise<void> =>
  (await until(() => buttonNamed(element, name))).click()

/** Types a number as a person does. */
export const type = async (element: Element, quantity: string): Promise<void> => {
  const field = await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('[part=quantity]'))
  field.value = quantity
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}
