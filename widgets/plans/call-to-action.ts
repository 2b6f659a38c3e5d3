import { nothing } from 'lit'
import type { ApiError } from '../api.ts'
import { html } from '../html.ts'
import type { PlanWords } from '../words/es-mx/plans.ts'

/** An error in the reader's words: the server's own sentence when it sent one. */
export const errorText = (error: ApiError, words: PlanWords): string => {
  if (error.detail) return error.detail
  return error.code === 'offline' || error.code === 'unreachable' ? words[error.code] : words.unexpected
}

export interface CallToAction {
  href: string
  text: string
  busy: boolean
  words: PlanWords
  /** Which of the two prices it buys; it is hidden with the other one. */
  interval?: 'month' | 'year' | undefined
  part?: string
  act: (event: MouseEvent) => void
}

/** A link that works without script and acts in place with it. */
export const callToAction = ({ href, text, busy, words, interval, part = '', act }: CallToAction) => html`
  <a
    part="action ${part}"
    href=${href}
    data-interval=${interval ?? nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${act}
  >${busy ? words.busy : text}</a>
`
