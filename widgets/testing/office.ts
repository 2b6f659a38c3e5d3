import '../elements/plan-settings/plan-settings.ts'
import type { WaizantPlanSettings } from '../elements/plan-settings/plan-settings.ts'
import { connect } from '../stores/connect.ts'
import { type Answer, FakeServer } from './fake-server.ts'
import { OfficeServer } from './office-answers.ts'
import { all, mount, one } from './page.ts'
import { until } from './until.ts'

/** A server of the back office, and the page signed in to it. */
export const openOffice = (shared = new OfficeServer(), ...first: Answer[]) => {
  const server = new FakeServer().on(shared.answer)
  for (const answer of first) server.on(answer)
  connect({ api: server.api, getToken: () => 'a-token' })
  return { server, shared }
}

export const office = (attributes = ''): WaizantPlanSettings =>
  mount(`<waizant-plan-settings ${attributes}></waizant-plan-settings>`)

/** Opens the draft of Pro. */
export const atDraft = async (tab = 'parameters'): Promise<WaizantPlanSettings> => {
  const element = office(`catalogue="erp" plan="pro" version="2" tab="${tab}"`)
  await until(() => element.shadowRoot?.querySelector('[part=panel]'))
  return element
}

export const dialogIn = (element: Element): Element | null | undefined =>
  element.shadowRoot?.querySelector('waizant-new-version-dialog, waizant-ask-first, waizant-keys-dialog')

const shown = (element: Element | null | undefined, selector: string) =>
  element?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? ''

/** The text of the element and its dialog. */
export const textOf = (element: Element): string =>
  `${shown(element, '[part=base]')}\n${shown(dialogIn(element), 'dialog')}`.replaceAll('\u00a0', ' ')

export const says = (element: Element, text: string): Promise<unknown> =>
  until(() => textOf(element).includes(text))

const buttonIn = (root: Element | null | undefined, name: string) =>
  [...(root?.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) =>
      [one.innerText.trim(), one.ariaLabel].includes(name) &&
      one.checkVisibility() &&
      !one.matches(':disabled'),
  )

/** Presses the button with this name as soon as it exists; one in the dialog comes first. */
export const press = async (element: Element, name: string): Promise<void> =>
  (await until(() => buttonIn(dialogIn(element), name) ?? buttonIn(element, name))).click()

const selectorOf = (path: string) => `[data-path="${CSS.escape(path)}"]`

export const fieldAt = (element: Element, path: string): HTMLInputElement =>
  one<HTMLInputElement>(element, selectorOf(path))

/** What a field holds, once it exists. */
export const valueAt = (element: Element, path: string): string | undefined =>
  element.shadowRoot?.querySelector<HTMLInputElement>(selectorOf(path))?.value

/** Waits until a field exists. */
export const atPath = (element: Element, path: string): Promise<unknown> =>
  until(() => element.shadowRoot?.querySelector(selectorOf(path)))

/** Types in a field as a person does. */
export const write = (element: Element, path: string, value: string): void => {
  const field = fieldAt(element, path)
  field.focus()
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** The message at a field. */
export const saidAt = (element: Element, path: string): string => {
  const id = fieldAt(element, path).getAttribute('aria-describedby')
  return id ? one(element, `#${CSS.escape(id)}`).innerText : ''
}

/** The focused field. */
export const focused = (element: Element): string | undefined =>
  (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset?.path

export const saveButton = (element: Element): HTMLButtonElement =>
  all<HTMLButtonElement>(element, '[part~=save-bar] [part~=action-main]')[0]!

export const maySave = (element: Element): boolean => saveButton(element).ariaDisabled !== 'true'
