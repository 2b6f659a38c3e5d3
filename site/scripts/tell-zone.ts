import { browserZone } from '../../widgets/i18n/day-text.ts'

/** Says where the browser is, so that the days of who signs up begin there. Without a script the server's own zone stands. */
for (const field of document.querySelectorAll<HTMLInputElement>('input[name="time-zone"]'))
  field.value = browserZone() ?? ''
