import type { Promised } from './life.ts'

interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever its contract says
  body: any
  text: string
}

/** Refusals that a provider which fails on purpose may cause. */
const ofFailures = ['payments-unavailable', 'request-in-progress']

/** The body of a successful answer, or null for a refusal that may be expected; any other answer fails the life. */
export const bodyOf = (promised: Promised, answer: Answer, ...mayRefuse: string[]) => {
  if (answer.status < 300) return answer.body
  const expected = promised.isFailing ? [...mayRefuse, ...ofFailures] : mayRefuse
  if (expected.includes(answer.body?.code)) return null
  throw new Error(`unexpected answer ${answer.status} ${answer.text}`)
}
