import { ask } from '../api/ask.ts'
import { type OpenApi, operationsByTag } from '../openapi/operations.ts'
import { type Locale, routes } from '../routes.ts'
import { guidePages } from './guide.ts'

/** An entry of the guide's search: its address, its name, and the page that it is on. */
interface Found {
  href: string
  text: string
  page: string
}

const ofPages = (locale: Locale): Found[] =>
  guidePages(locale).flatMap(({ addresses, title, headings, entries }) => [
    { href: addresses[locale], text: title, page: title },
    ...[...headings, ...entries].map(({ id, text }) => ({
      href: `${addresses[locale]}#${id}`,
      text,
      page: title,
    })),
  ])

/** Operations by method, path and name; the API reference uses the same document. */
const ofOperations = async (locals: App.Locals, locale: Locale): Promise<Found[]> => {
  const answer = await ask<OpenApi>(locals, '/v1/openapi.json')
  const { title } = guidePages(locale).find(({ name }) => name === 'api')!
  const operations = answer.ok ? [...operationsByTag(answer.value).values()].flat() : []
  return operations.map(({ id, method, path }) => ({
    href: `${routes.api[locale]}#${id}`,
    text: `${method} ${path}`,
    page: `${title}: ${id}`,
  }))
}

/** Pages, headings, table entries and API operations, for the guide's search. */
export const searchIndex = async (locals: App.Locals, locale: Locale): Promise<Response> =>
  Response.json([...ofPages(locale), ...(await ofOperations(locals, locale))], {
    headers: { 'cache-control': 'public, max-age=3600' },
  })
