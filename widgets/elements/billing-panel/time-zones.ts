import '../../chunks/acting.ts'
import { html } from '../../base/html.ts'
import { browserZone } from '../../i18n/day-text.ts'

/** Every zone to choose from: the one in force and the browser's come first, and what this browser can show follows. */
export const timeZones = (current: string, label: string): unknown => {
  const here = browserZone()
  const all = new Set([current, ...(here ? [here] : []), ...(Intl.supportedValuesOf?.('timeZone') ?? [])])
  return html`
    <label part="quiet">
      ${label} <select part="zones">${[...all].map((zone) => html`<option value=${zone}>${zone.replaceAll('_', ' ')}</option>`)}</select>
    </label>
  `
}
