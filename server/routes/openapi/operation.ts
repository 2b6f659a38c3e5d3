import type * as z from 'zod/mini'

/** The description of an operation of the API, for the documentation and the OpenAPI document. */
export interface Operation {
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  tag: 'Public' | 'Customer' | 'Provider and operator'
  summary: string
  query?: Record<string, string>
  body?: z.ZodMiniType
  status?: number
  answers: string
  answer?: z.ZodMiniType
  idempotencyKey?: boolean
  /** `optional`: without a token the operation does less. */
  signedIn?: boolean | 'optional'
}
