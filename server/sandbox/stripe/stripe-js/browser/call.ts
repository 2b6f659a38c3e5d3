/** The card that its holder typed, or one that Stripe has saved. */
export type Source =
  | { card: { number: string; expiry: string; cvc: string; name?: string | undefined } }
  | { paymentMethod: string }
  | { confirmationToken: string }

/** An error as Stripe.js returns it: a value, never thrown. */
export interface JsError {
  type: string
  code?: string
  decline_code?: string
  message?: string
  param?: string
  payment_intent?: unknown
  setup_intent?: unknown
}

export type Answer<Value> = { value: Value; error?: undefined } | { value?: undefined; error: JsError }

/** Calls the sandbox at the address that this script came from. Card data are sent nowhere else. */
export const caller =
  (origin: string, key: string) =>
  async <Value>(what: string, body: object): Promise<Answer<Value>> => {
    try {
      const response = await fetch(`${origin}/js/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ ...body, key }),
      })
      const answer = await response.json()
      return answer.error ? { error: answer.error } : { value: answer }
    } catch {
      return { error: { type: 'api_connection_error', message: 'The Stripe sandbox cannot be reached.' } }
    }
  }

export type Call = ReturnType<typeof caller>
