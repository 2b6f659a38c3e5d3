/**
 * Connects the back office to the administrator that the visitor entered as, and keeps its place in the page's address.
 */
import type { WaizantPlanSettings } from '../../widgets/elements/plan-settings/plan-settings.ts'

const office = document.querySelector<WaizantPlanSettings>('waizant-plan-settings')
const entered = office?.closest<HTMLElement>('[data-token]')
// Loads the server's bundle from the address that other sites embed: the site must not bundle a second copy.
const widgets = '/widgets/waizant.js'
const names = ['view', 'catalogue', 'plan', 'version', 'tab'] as const
/** A token lasts an hour, but a working day is longer. */
const renewAfterMs = 45 * 60_000

const tokensOf = ({ token = '', email, groups = '' }: DOMStringMap) => {
  let known = token
  let renewAt = Date.now() + renewAfterMs
  return async () => {
    if (Date.now() < renewAt) return known
    const answer = await fetch('/sandbox/identity/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, groups: groups.split(' ').filter(Boolean) }),
    })
    known = (await answer.json()).token
    renewAt = Date.now() + renewAfterMs
    return known
  }
}

const write = (route: Readonly<Record<string, string | number | undefined>>) => {
  const address = new URL(location.href)
  for (const name of names) {
    const value = route[name]
    const isUsual = value === undefined || value === 'plans' || value === 'parameters'
    if (isUsual) address.searchParams.delete(name)
    else address.searchParams.set(name, String(value))
  }
  if (address.href !== location.href) history.pushState(null, '', address)
}

const read = () => {
  const { searchParams } = new URL(location.href)
  for (const name of names) {
    const value = searchParams.get(name)
    if (value === null) office?.removeAttribute(name)
    else office?.setAttribute(name, value)
  }
}

if (office && entered) {
  office.addEventListener('waizant-route-change', ({ route }) => write({ ...route }))
  addEventListener('popstate', read)
  const { connect } = await import(/* @vite-ignore */ widgets)
  await connect({ getToken: tokensOf(entered.dataset) })
}
