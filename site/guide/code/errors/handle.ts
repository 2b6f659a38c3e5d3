interface Problem {
  status: number
  code: string
  detail: string
  errors?: { path: string; message: string }[]
}

/** Calls the API; a refusal is thrown as its problem. */
export const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
  const answer = await fetch(`https://billing.example.com${path}`, init)
  if (answer.ok) return (await answer.json()) as T
  const problem = (await answer.json()) as Problem
  throw Object.assign(new Error(problem.detail), problem)
}
