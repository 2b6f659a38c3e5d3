import '../elements/billing-notice/billing-notice.ts'
import '../elements/billing-panel/billing-panel.ts'
import type { WaizantBillingNotice } from '../elements/billing-notice/billing-notice.ts'
import type { WaizantBillingPanel } from '../elements/billing-panel/billing-panel.ts'
import { connect } from '../stores/connect.ts'
import { type Answer, FakeServer } from './fake-server.ts'
import { mount } from './page.ts'
import { until } from './until.ts'

/** A server with these answers, and the page connected to it as `legacy533`. */
export const billingServer = (answers: readonly Answer[]): FakeServer => {
  const server = new FakeServer()
  for (const answer of [...answers].reverse()) server.on(answer)
  connect({ api: server.api, ecosystem: 'legacy533', getToken: () => 'a-token' })
  return server
}

export const panel = (attributes = ''): WaizantBillingPanel =>
  mount(`<waizant-billing-panel ${attributes}></waizant-billing-panel>`)

export const notice = (attributes = ''): WaizantBillingNotice =>
  mount(`<waizant-billing-notice ${attributes}></waizant-billing-notice>`)

/** The dialog that is open in the element. */
export const dialogIn = (element: Element): Element | null | undefined =>
  element.shadowRoot?.querySelector('waizant-card-dialog, waizant-cancellation-dialog, waizant-plans-dialog')

const shown = (element: Element | null | undefined, selector: string) =>
  element?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? ''

/** The text of the element and its dialog. */
export const textOf = (element: Element): string =>
  `${shown(element, '[part=base], section')}\n${shown(dialogIn(element), 'dialog')}`.replaceAll('\u00a0', ' ')

/** Waits until the element shows this text. */
export const says = (element: Element, text: string): Promise<unknown> =>
  until(() => textOf(element).includes(text))

const buttonIn = (root: Element | null | undefined, name: string) =>
  [...(root?.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) => [one.innerText.trim(), one.ariaLabel].includes(name) && one.checkVisibility(),
  )

/** Presses the button with this name as soon as it exists; one in the dialog comes first. */
export const press = async (element: Element, name: string): Promise<void> =>
  (await until(() => buttonIn(dialogIn(element), name) ?? buttonIn(element, name))).click()
