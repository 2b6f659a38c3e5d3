/// <reference types="astro/client" />

declare namespace App {
  /** What the server passes to a page while it renders. */
  interface Locals {
    /** The public HTTP API, called within the process: same paths, same values, same errors. */
    api(path: string, init?: RequestInit): Promise<Response>
    /** Identifies this visitor's attempt without a cookie: a second tab or a reloaded form is the same buyer. */
    buyer(intention: string): Promise<string>
    /** Public base URL of the site, without a slash at its end. */
    origin: string
    /** Payments are in test mode: nothing is charged. */
    sandbox: boolean
    /** The address of the operator's visit counter; null: visits are not counted. */
    analytics?: string | null
    /** Where a person reports a vulnerability; null: on the contact page. */
    securityContact?: string | null
    /** Origins that a form may redirect to: the payment page's. */
    formOrigins?: readonly string[]
    /** The provider's origins for scripts, frames and requests that handle card numbers. */
    paymentOrigins?: readonly string[]
    /** Set by a page on which a payment may be made. */
    pays?: boolean
    /** Set by a page that frames another page of this site, or is framed by one. */
    framesOwn?: boolean
  }
}
