import '../elements/billing-notice/billing-notice.ts'
import '../elements/billing-panel/billing-panel.ts'
import '../elements/plan-change/plan-change.ts'
import '../elements/plan-settings/plan-settings.ts'
import { connect } from '../stores/connect.ts'
import { FakeServer } from '../testing/fake-server.ts'
import type { State } from './state.ts'
import { states } from './states.ts'

export interface Shown {
  /** As in `waizant-plan-change/choose`. */
  name: string
  locale: string
  scheme: string
}

/** Puts one element on the page, connected to a server of its own, and brings it into a state. */
export const show = async <E extends HTMLElement>(
  { element: tag, attributes = '', answers, act }: State<E>,
  { locale, scheme }: Omit<Shown, 'name'>,
  into: Element,
): Promise<E> => {
  const server = new FakeServer()
  for (const answer of [...answers()].reverse()) server.on(answer)
  for (const name of Object.keys(localStorage)) if (name.includes(server.api)) localStorage.removeItem(name)
  connect({ api: server.api, ecosystem: 'legacy533', getToken: () => 'a-token' })
  into.innerHTML = `<${tag} locale="${locale}" theme="${scheme}" ${attributes}></${tag}>`
  const element = into.firstElementChild as E
  await act?.(element)
  return element
}

/** Shows the state that the address names. */
export const showAsked = (into: Element): void => {
  const asked = new URLSearchParams(location.search)
  const state = states.find(({ element, name }) => `${element}/${name}` === asked.get('state'))
  if (state)
    void show(state, { locale: asked.get('locale') ?? 'es-MX', scheme: asked.get('scheme') ?? 'light' }, into)
}
