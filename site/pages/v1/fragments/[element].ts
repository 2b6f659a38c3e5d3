import { createHash } from 'node:crypto'
import type { APIRoute } from 'astro'
import { namesEtag } from '#contract/etag'
import { languageOf } from '#contract/language'
import type { PlanList } from '#contract/plan'
import { plansScript, type RenderedTag, renderElement, renderedTags } from '../../../../widgets/server.ts'

const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, x-request-id',
}

const attributeNames = ['plan', 'theme', 'success-url', 'cancel-url'] as const

const tagOf = (element: string | undefined): RenderedTag | undefined =>
  renderedTags.find((tag) => tag === `waizant-${element}`)

/** A problem of the API unchanged, readable from any origin. */
const passOn = (problem: Response) => {
  const headers = new Headers(problem.headers)
  for (const [name, value] of Object.entries(anyOrigin)) headers.set(name, value)
  return new Response(problem.body, { status: problem.status, headers })
}

/** An element's HTML with declarative shadow DOM and its data, for a server in any language to include. */
export const GET: APIRoute = async ({ params, url, request, locals }) => {
  const tag = tagOf(params.element)
  const asked = Object.fromEntries(url.searchParams)
  const headers = { 'accept-language': request.headers.get('accept-language') ?? asked.locale ?? 'es-MX' }
  if (!tag) return passOn(await locals.api(url.pathname, { headers }))
  const { catalogue = '', currency } = asked
  const locale = languageOf(asked.locale ?? '')
  const query = new URLSearchParams({ ...(currency && { currency }), locale })
  const answer = await locals.api(`/v1/catalogues/${encodeURIComponent(catalogue)}/plans?${query}`, {
    headers,
  })
  if (!answer.ok) return passOn(answer)

  const plans = (await answer.json()) as PlanList
  const html =
    renderElement(tag, plans, {
      catalogue,
      locale,
      currency: plans.currency,
      interval: asked.interval === 'year' ? 'year' : 'month',
      api: locals.origin,
      ...Object.fromEntries(attributeNames.map((name) => [name, asked[name]])),
    }) + plansScript(plans)
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  const cache = {
    ...anyOrigin,
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    'x-request-id': answer.headers.get('x-request-id') ?? crypto.randomUUID(),
  }
  if (namesEtag(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: cache })
  return new Response(html, { headers: { ...cache, 'content-type': 'text/html; charset=utf-8' } })
}

/** Other methods are refused in the same way as by the API. */
export const ALL: APIRoute = async ({ url, request, locals }) =>
  passOn(await locals.api(url.pathname, { method: request.method, headers: request.headers }))

export const OPTIONS: APIRoute = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...anyOrigin,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'if-none-match, accept-language',
      'access-control-max-age': '86400',
    },
  })
