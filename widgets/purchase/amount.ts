import type { Money } from '#contract/money'
import { html } from '../base/html.ts'
import type { PurchaseWords } from '../i18n/es-mx/purchase.ts'

/** An amount; next to the one shown before, when they differ. */
export const amountView = (
  now: Money,
  before: Money | undefined,
  words: PurchaseWords | undefined,
): unknown =>
  before && words && before.amount !== now.amount
    ? html`<s part="was"><span part="unseen">${words.was} </span>${before.text}</s> <mark>${now.text}</mark>`
    : now.text
