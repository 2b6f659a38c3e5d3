import type { Draft } from '../draft.ts'

/** Handles one endpoint; `ids` are the ids in the path, in order. Throws Stripe's errors. */
export type Handler = (draft: Draft, params: never, ids: string[]) => object

/** `POST /v1/customers/:id` → its handler. */
export type Routes = Record<string, Handler>

/** One endpoint whose parameters have this type after `checkRequest` has validated them. */
export const route =
  <Params>(run: (draft: Draft, params: Params, id: string, ids: string[]) => object): Handler =>
  (draft, params, ids) =>
    run(draft, params, ids[0] ?? '', ids)

export interface Match {
  key: string
  handler: Handler
  ids: string[]
}

/** Finds endpoints by path; a literal segment takes precedence over an id. */
export const router = (routes: Routes) => {
  const entries = Object.entries(routes)
    .map(([key, handler]) => ({ key, handler, parts: key.replace(' /', '/').split('/') }))
    .sort((a, b) => count(a.parts) - count(b.parts))
  return (method: string, path: string): Match | null => {
    const requested = `${method}${path}`.split('/')
    for (const { key, handler, parts } of entries) {
      if (parts.length !== requested.length) continue
      if (parts.every((part, index) => part === ':id' || part === requested[index])) {
        const ids = requested.filter((_, index) => parts[index] === ':id').map(decoded)
        return { key, handler, ids }
      }
    }
    return null
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const count = (parts: string[]) => parts.filter((part) => part === ':id').length
