import { safeMessage } from './safe-error.ts'

/** The message of an error and of its causes, without personal data: for operators, never for customers. */
export const reasonOf = (error: unknown): string => {
  const reason = safeMessage(error)
  return error instanceof Error && error.cause ? `${reason}: ${reasonOf(error.cause)}` : reason
}
