/// <reference types="astro/client" />

declare namespace App {
  /** What the server lends to a page while it renders. */
  interface Locals {
    /** The public HTTP API, called in the same process: same paths, same values, same errors. */
    api(path: string, init?: RequestInit): Promise<Response>
    /** This visitor with one intention, without a cookie: a second tab or a reloaded form is the same buyer. */
    buyer(intention: string): Promise<string>
    /** Public base URL of the site, without a slash at its end. */
    origin: string
    /** Payments are rehearsed: nothing is charged. */
    sandbox: boolean
    /** Who counts visits; null: nobody. */
    analytics?: string | null
    /** Where somebody who found a flaw writes; null: on the contact page. */
    securityContact?: string | null
    /** Origins where a form may end by redirection: the payment page's. */
    formOrigins?: readonly string[]
    /** Whose script, frames and requests take card numbers. */
    paymentOrigins?: readonly string[]
    /** Set by a page on which something may be paid. */
    pays?: boolean
    /** Set by a page that frames another of this site, or is the one framed. */
    framesOwn?: boolean
  }
}
