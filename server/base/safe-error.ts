/** The parts of an error that a log may keep: no user input, and no values of rows. */
export interface SafeError {
  type: string
  message: string
  code?: string
  table?: string
  constraint?: string
  /** The provider's id of the request, and its HTTP status. */
  requestId?: string
  statusCode?: number
  stack: string
  cause?: SafeError
}

/** The fields of errors from PostgreSQL, Drizzle, Node and Stripe that are kept; all other fields are left out. */
interface Known extends Error {
  severity?: unknown
  code?: unknown
  table?: unknown
  constraint?: unknown
  query?: unknown
  params?: unknown
  requestId?: unknown
  statusCode?: unknown
}

/**
 * The serializer of `err` in every log line. Fields are picked by name, so that a library's new field is left
 * out by default.
 */
export const safeError = (thrown: unknown): SafeError => {
  const error = (thrown instanceof Error ? thrown : new Error(String(thrown))) as Known
  const { code, table, constraint, requestId, statusCode } = error
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: safeMessage(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof requestId === 'string' && { requestId }),
    ...(typeof statusCode === 'number' && { statusCode }),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: safeError(error.cause) }),
  }
}

/** An error's message without SQL parameters, quoted values and email addresses. */
export const safeMessage = (thrown: unknown): string => {
  const error = (thrown instanceof Error ? thrown : new Error(String(thrown))) as Known
  // `invalid input syntax for type uuid: "…"` quotes the value; the error code says the same without it.
  if (error.severity !== undefined && /^22/.test(String(error.code))) return `Invalid data (${error.code})`
  if (error.severity === undefined && typeof error.query === 'string')
    return `Failed query: ${error.query.slice(0, 300)}`
  return error.message.replaceAll(/[^\s<>"'(),;:=[\]{}]+@[^\s<>"'(),;[\]{}]+/g, '…@…')
}

/** The stack frames. The message comes before them in a stack, and may hold personal data, so it is cut off. */
const framesOf = ({ stack = '', message }: Error): string => {
  const at = message ? stack.indexOf(message) : -1
  const frames = at < 0 ? stack : stack.slice(at + message.length)
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
