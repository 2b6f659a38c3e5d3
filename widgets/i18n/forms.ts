import type { FormWords } from './es-mx/forms.ts'
import type { Area } from './namespace.ts'

/** The forms that start a trial or ask for a quote. */
export const formsArea: Area<FormWords> = {
  name: 'forms',
  bundles: { 'es-MX': () => import('./es-mx/forms.ts'), en: () => import('./en/forms.ts') },
  loaded: {},
}
