import '../../chunks/acting.ts'
import { html } from '../../base/html.ts'
import { browserZone } from '../../i18n/day-text.ts'
import { zoneName } from './zone-name.ts'

/** Every time zone to choose from, by its name: the current one and the browser's first, then all that this browser supports. */
export const timeZones = (current: string, label: string, language: string): unknown => {
  const here = browserZone()
  const named = (zone: string) => [zone, zoneName(zone, language)] as const
  const others = (Intl.supportedValuesOf?.('timeZone') ?? []).map(named)
  const collator = new Intl.Collator(language)
  others.sort(([, a], [, b]) => collator.compare(a, b))
  const all = new Map([...[current, ...(here ? [here] : [])].map(named), ...others])
  return html`
    <label part="quiet">
      ${label} <select part="zones">${[...all].map(([zone, name]) => html`<option value=${zone}>${name}</option>`)}</select>
    </label>
  `
}
