import '../acting.ts'
import { browserZone } from '../day-text.ts'
import { html } from '../html.ts'

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
