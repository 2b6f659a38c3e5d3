import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { isStorable } from '../base/storable.ts'

/** Pages are read, and their forms are posted. */
const methods = new Set(['GET', 'HEAD', 'POST'])

/** Refuses methods that no page supports. True: answered. */
export const answerOtherMethod = (
  { method = '', url }: IncomingMessage,
  response: ServerResponse,
): boolean => {
  // Fragments belong to the API, and answer other methods as it does.
  if (methods.has(method) || url!.startsWith('/v1/')) return false
  response.writeHead(method === 'OPTIONS' ? 204 : 405, { Allow: [...methods].join(', ') }).end()
  return true
}

/** An address that leads to the "not found" page, in the language of the requested path. */
const nowhere = (path: string) => (path.startsWith('/en/') ? '/en/-' : '/-')

/**
 * The page address of a request. An address that is not valid text, or that names one of the site's own error
 * pages, becomes the "not found" page.
 */
export const pageAddress = (url: string): string => {
  const path = url.split('?')[0]!
  return isText(path) && !/^\/(404|500)\/?$/.test(path) ? url : nowhere(path)
}

const isText = (path: string): boolean => {
  try {
    return isStorable(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** The site's handler sends `404 OK`: this sets the reason phrase that belongs to the status. */
export const nameStatus = (response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...given: unknown[]) => {
    response.statusMessage = STATUS_CODES[status] ?? ''
    return writeHead(status, ...given.filter((one) => typeof one !== 'string'))
  }
}
