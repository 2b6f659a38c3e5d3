import type { Problem } from '#contract/problem'

export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; problem: Problem | null }

/** Calls the API as a visitor would; a problem is returned as an answer, not thrown. */
export const ask = async <T>(locals: App.Locals, path: string, init?: RequestInit): Promise<Answer<T>> => {
  const response = await locals.api(path, init)
  if (response.ok) return { ok: true, value: (await response.json()) as T }
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  return {
    ok: false,
    status: response.status,
    problem: isProblem ? ((await response.json()) as Problem) : null,
  }
}
