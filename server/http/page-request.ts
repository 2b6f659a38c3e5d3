import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { isStorable } from '../base/storable.ts'

/** Pages are read, and their forms are sent. */
const methods = new Set(['GET', 'HEAD', 'POST'])

/** Refuses a method that no page takes. True: answered. */
export const answerOtherMethod = (
  { method = '', url }: IncomingMessage,
  response: ServerResponse,
): boolean => {
  // Fragments are the API's, and answer other methods as it does.
  if (methods.has(method) || url!.startsWith('/v1/')) return false
  response.writeHead(method === 'OPTIONS' ? 204 : 405, { Allow: [...methods].join(', ') }).end()
  return true
}

/** An address that leads to the page of what is not there, in the language of the one asked for. */
const nowhere = (path: string) => (path.startsWith('/en/') ? '/en/-' : '/-')

/**
 * What the site is asked for: an address that is not text, or the name of one of its own pages for errors, is a page that is
 * not there.
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

/** The site answers `404 OK`: the words beside a status are made to fit it. */
export const nameStatus = (response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...given: unknown[]) => {
    response.statusMessage = STATUS_CODES[status] ?? ''
    return writeHead(status, ...given.filter((one) => typeof one !== 'string'))
  }
}
