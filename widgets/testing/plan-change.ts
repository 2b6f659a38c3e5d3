import '../elements/plan-change/plan-change.ts'
import type { WaizantPlanChange } from '../elements/plan-change/plan-change.ts'
import { connect } from '../stores/connect.ts'
import { customerAnswers } from './customer-answers.ts'
import { type Answer, FakeServer } from './fake-server.ts'
import { mount, until } from './page.ts'

/** A server of the ecosystem `legacy533`, and the page connected to it. */
export const customerServer = (...answers: Answer[]): FakeServer => {
  const server = new FakeServer()
  for (const answer of [...answers, ...(answers.length ? [] : customerAnswers())].reverse()) server.on(answer)
  connect({ api: server.api, ecosystem: 'legacy533', getToken: () => 'a-token' })
  return server
}

/** The element as a host writes it, with its button on the page. */
export const planChange = async (server: FakeServer, attributes = '') => {
  const element = mount<WaizantPlanChange>(
    `<waizant-plan-change api="${server.api}" ${attributes}></waizant-plan-change>`,
  )
  await element.updateComplete
  return element
}

export const dialogOf = (element: Element): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>('waizant-plan-change-dialog')

/** The text of the open dialog. */
export const said = (element: Element): string =>
  dialogOf(element)?.shadowRoot?.querySelector('dialog')?.innerText ?? ''

/** Waits until the dialog says this. */
export const says = (element: Element, text: string) => until(() => said(element).includes(text))

/** The dialog's button with this text. */
export const buttonOf = (element: Element, text: string): HTMLButtonElement | undefined =>
  [...(dialogOf(element)?.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (button) => button.innerText.trim() === text && button.checkVisibility(),
  )

/** Presses the button as soon as it exists. */
export const press = async (element: Element, text: string) =>
  (await until(() => buttonOf(element, text))).click()

/** Opens the dialog and continues to the review of the proposed change. */
export const reviewed = async (server: FakeServer, attributes?: string) => {
  const element = await planChange(server, attributes)
  await element.open()
  await press(element, 'Revisar el cambio')
  await says(element, 'Tu cuenta')
  return element
}
