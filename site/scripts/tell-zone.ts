import { browserZone } from '../../widgets/i18n/day-text.ts'

/**
 * Adds the browser's time zone to a form, so that the customer's days begin there. Without a script the server's
 * default zone applies.
 */
for (const field of document.querySelectorAll<HTMLInputElement>('input[name="time-zone"]'))
  field.value = browserZone() ?? ''
