/**
 * What a server needs to send these elements rendered: declarative shadow DOM, the data once, the styles' exact text.
 *
 *     import { plansScript, renderElement, styleText, tokensCss } from '../widgets/server.ts'
 *
 *     renderElement('waizant-plan-picker', plans, { catalogue: 'erp', locale: 'es-MX', currency: 'MXN', interval: 'year' })
 *     renderElement('waizant-plan-comparison', plans, { catalogue: 'erp', locale: 'es-MX', currency: 'MXN' })
 *     plansScript(plans)   // once per page and list, anywhere in the document, before the script tag
 *
 * `locale` and `currency` must be the list's own: by them and the catalogue an element finds its data. `api` is left
 * out when the page and the API share an origin. Rendering is pure and synchronous: no fetch, no window, no clock.
 * The template carries one `<style>`; its text is `styleText(tag)`, to be hashed for `style-src`. The `<script>` is a
 * data block, which no policy blocks. In the page: `<script type="module" src="/widgets/waizant.js">`, nothing else.
 */
import { LitElementRenderer, type RenderInfo } from '@lit-labs/ssr'
import { RenderResultIterator } from '@lit-labs/ssr/lib/render.js'
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js'
import { unsafeCSS } from 'lit'
import type { PlanList } from '#contract/plan'
import { WaizantPlanComparison } from './elements/plan-comparison/plan-comparison.ts'
import { WaizantPlanPicker } from './elements/plan-picker/plan-picker.ts'
import { comparisonArea } from './i18n/comparison.ts'
import { words as englishComparison } from './i18n/en/comparison.ts'
import { words as englishPlans } from './i18n/en/plans.ts'
import { words as spanishComparison } from './i18n/es-mx/comparison.ts'
import { words as spanishPlans } from './i18n/es-mx/plans.ts'
import { plansArea } from './i18n/plans.ts'
import { lateStyles } from './styles/late.ts'
import { squeezeCss } from './styles/squeeze.ts'

export { tokensCss } from './styles/tokens.ts'

const classes = {
  'waizant-plan-picker': WaizantPlanPicker,
  'waizant-plan-comparison': WaizantPlanComparison,
}

/** The elements that can be sent rendered. */
export type RenderedTag = keyof typeof classes
export const renderedTags = Object.keys(classes) as RenderedTag[]

plansArea.loaded = { 'es-MX': spanishPlans, en: englishPlans }
comparisonArea.loaded = { 'es-MX': spanishComparison, en: englishComparison }

for (const element of Object.values(classes)) {
  const text = [...element.elementStyles, lateStyles].map((style) => String(style)).join('')
  element.elementStyles = [unsafeCSS(squeezeCss(text))]
}

/** The exact text of the `<style>` inside an element's template. */
export const styleText = (tag: RenderedTag): string => classes[tag].elementStyles.map(String).join('')

const renderInside = (host: LitElementRenderer): RenderInfo => ({
  elementRenderers: [LitElementRenderer],
  customElementInstanceStack: [],
  customElementHostStack: [host],
  eventTargetStack: [],
  slotStack: [],
  deferHydration: false,
})

const collect = (result: Iterable<unknown>) =>
  collectResultSync(new RenderResultIterator([...(result as Iterable<string>)]))

/** An element with its declarative shadow DOM. `light` is trusted HTML for its slots. */
export const renderElement = (
  tag: RenderedTag,
  plans: PlanList,
  attributes: Readonly<Record<string, string | undefined>>,
  light = '',
): string => {
  const renderer = new LitElementRenderer(tag)
  renderer.setProperty('plans', plans)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) renderer.setAttribute(name, value)
  }
  renderer.connectedCallback()
  const open = collect(renderer.renderAttributes())
  const shadow = collect(renderer.renderShadow(renderInside(renderer)) ?? [])
  return `<${tag}${open}><template shadowrootmode="open">${shadow}</template>${light}</${tag}>`
}

/** The list as a data block that no browser runs and no text can end early. */
export const plansScript = (plans: PlanList): string =>
  `<script type="application/json" data-waizant-plans>${JSON.stringify(plans).replaceAll('<', '\\u003c')}</script>`
