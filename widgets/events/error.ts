import type { ApiError } from '../api/answer.ts'

/** Something failed; the element already says so in its own words. */
export class WaizantErrorEvent extends Event {
  readonly error: ApiError

  constructor(error: ApiError) {
    super('waizant-error', { bubbles: true, composed: true })
    this.error = error
  }
}

/**
 * Notifies the host and logs to the developer's console, except for requests that were aborted because the person left.
 */
export const reportError = (element: Element, error: ApiError): void => {
  if (error.code === 'signed-out') return
  element.dispatchEvent(new WaizantErrorEvent(error))
  console.warn(
    `[waizant] <${element.localName}> ${error.status || 'no answer'} ${error.code}: ${error.detail}`,
  )
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-error': WaizantErrorEvent
  }
}
