import './chunks/core.ts'
import { isServer, LitElement, type PropertyValues } from 'lit'
import '@lit-labs/ssr-client/lit-element-hydrate-support.js'
import { WaizantElement } from './base/element.ts'
import { $connection } from './stores/connection.ts'
import { takeSentPlans } from './stores/sent-plans.ts'

declare global {
  var litElementHydrateSupport: ((lit: { LitElement: typeof LitElement }) => void) | undefined
}

/**
 * Lit looks for this support when it starts. Here Lit may have started already, in the chunk that it shares with all
 * other code, so the support is applied by hand before any element is defined.
 */
globalThis.litElementHydrateSupport?.({ LitElement })
if (!isServer) takeSentPlans($connection.get().api)

/** Cast, because these members are protected and the class is generic. */
const prototype = WaizantElement.prototype as unknown as {
  update: (this: LitElement, changed: PropertyValues) => void
}
const { update } = prototype

/** Markup that another release rendered does not hydrate: it is replaced completely. */
prototype.update = function (changed) {
  const rendered = !this.hasUpdated && this.shadowRoot?.querySelector('style')
  try {
    update.call(this, changed)
  } catch (thrown) {
    if (!rendered) throw thrown
    this.shadowRoot?.replaceChildren(rendered)
    update.call(this, changed)
  }
}
