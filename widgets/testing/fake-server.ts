import type { Currency } from '#contract/money'
import type { PlanChangeQuote } from '#contract/plan-change'
import { erpPlans } from '../fixtures/erp-plans.ts'

/** A request as the fake server received it. */
export interface Seen {
  method: string
  path: string
  search: URLSearchParams
  headers: Headers
  body: Record<string, unknown> | undefined
}

export type Answer = (seen: Seen) => Response | Promise<Response> | undefined

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

export const problem = (
  status: number,
  code: string,
  detail: string,
  errors?: { path: string; message: string }[],
): Response => json({ type: 'about:blank', title: code, status, code, detail, errors }, status)

/** A refusal that contains today's price. */
export const problemWithQuote = (
  status: number,
  code: string,
  detail: string,
  quote: PlanChangeQuote,
): Response => json({ type: 'about:blank', title: code, status, code, detail, quote }, status)

const plans: Answer = ({ path, search }) =>
  path.endsWith('/plans')
    ? json(
        erpPlans(
          (search.get('currency') ?? 'MXN') as Currency,
          search.get('locale') === 'en' ? 'en' : 'es-MX',
        ),
      )
    : undefined

const realFetch = globalThis.fetch
let count = 0

/** Replaces the billing server at `fetch`; each fake has its own address. */
export class FakeServer {
  readonly api = `https://billing-${++count}.test`
  readonly seen: Seen[] = []
  readonly #answers: Answer[] = [plans]

  constructor() {
    globalThis.fetch = async (input, init) => {
      const url = new URL(String(input), location.href)
      if (url.origin !== this.api) return realFetch(input, init)
      const seen: Seen = {
        method: init?.method ?? 'GET',
        path: url.pathname,
        search: url.searchParams,
        headers: new Headers(init?.headers),
        body: init?.body ? JSON.parse(String(init.body)) : undefined,
      }
      this.seen.push(seen)
      for (const answer of this.#answers) {
        const response = await answer(seen)
        if (response) return response
      }
      return problem(404, 'not-found', 'No existe.')
    }
  }

  /** Adds an answer that takes precedence over all previous ones. */
  on(answer: Answer): this {
    this.#answers.unshift(answer)
    return this
  }

  asked(method: string, path: string | RegExp): Seen[] {
    return this.seen.filter(
      (one) => one.method === method && (typeof path === 'string' ? one.path === path : path.test(one.path)),
    )
  }
}

/** The network fails for requests that match. */
export const lost = (method: string, path: string, times = 1): Answer => {
  return (seen) => {
    if (seen.method !== method || seen.path !== path || times-- <= 0) return undefined
    throw new TypeError('Failed to fetch')
  }
}
