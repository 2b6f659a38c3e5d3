import type { Engine } from '../engine.ts'
import type { ApiAnswer, ApiRequest } from '../http/api.ts'

export const answerPage = (_engine: Engine, _request: ApiRequest): ApiAnswer => ({
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'Not found',
})
