import './core.ts'
import { LitElement } from 'lit'
import '@lit-labs/ssr-client/lit-element-hydrate-support.js'

declare global {
  var litElementHydrateSupport: ((lit: { LitElement: typeof LitElement }) => void) | undefined
}

/**
 * Lit looks for this support when it starts. Here Lit may have started already, in the chunk it shares with everything
 * else: the support is applied by hand, before any element is defined.
 */
globalThis.litElementHydrateSupport?.({ LitElement })
