import type { Promised } from './life.ts'

interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever its contract says
  body: any
  text: string
}

/** Refusals of a provider that fails on purpose. */
const ofFailures = ['payments-unavailable', 'request-in-progress']

/** The body of a good answer, null for a refusal that may be expected; anything else ends the life. */
export const bodyOf = (promised: Promised, answer: Answer, ...mayRefuse: string[]) => {
  if (answer.status < 300) return answer.body
  const expected = promised.isFailing ? [...mayRefuse, ...ofFailures] : mayRefuse
  if (expected.includes(answer.body?.code)) return null
  throw new Error(`unexpected answer ${answer.status} ${answer.text}`)
}
