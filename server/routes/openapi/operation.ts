import type * as z from 'zod/mini'

/** One operation of the API, as it is described to people and programs. */
export interface Operation {
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  path: string
  tag: 'Public' | 'Customer' | 'Provider and requireBackOffice'
  summary: string
  query?: Record<string, string>
  body?: z.ZodMiniType
  status?: number
  answers: string
  answer?: z.ZodMiniType
  idempotencyKey?: boolean
  /** `optional`: without a token it does less. */
  signedIn?: boolean | 'optional'
}
