/** An error answer of Stripe; thrown below the HTTP layer, which turns it into JSON. */
export class StripeSandboxError extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  /** A declined payment keeps its records (a failed charge, events); every other error keeps nothing. */
  readonly keepsChanges: boolean

  constructor(
    status: number,
    body: Record<string, unknown> & { message: string; type: string },
    keeps = false,
  ) {
    super(body.message)
    this.status = status
    this.body = body
    this.keepsChanges = keeps
  }
}

type Extra = Record<string, unknown>

/** 400: an invalid request. */
export const invalid = (message: string, param?: string | null, code?: string, extra: Extra = {}) =>
  new StripeSandboxError(400, {
    ...(code ? { code, doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}` } : {}),
    message,
    ...(param ? { param } : {}),
    type: 'invalid_request_error',
    ...extra,
  })

/** 404: no such object. */
export const missing = (noun: string, id: string, param = 'id') =>
  new StripeSandboxError(404, {
    code: 'resource_missing',
    doc_url: 'https://docs.stripe.com/error-codes/resource-missing',
    message: `No such ${noun}: '${id}'`,
    param,
    type: 'invalid_request_error',
  })

/** 402: the bank declined, or requires authentication first. */
export const cardError = (error: Extra & { code: string; message: string }) =>
  new StripeSandboxError(402, { ...error, type: 'card_error' }, true)
