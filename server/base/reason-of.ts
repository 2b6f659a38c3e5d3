import { safeMessage } from './safe-error.ts'

/** What went wrong, with what was behind it, and nothing personal: for operators, never for customers. */
export const reasonOf = (error: unknown): string => {
  const reason = safeMessage(error)
  return error instanceof Error && error.cause ? `${reason}: ${reasonOf(error.cause)}` : reason
}
