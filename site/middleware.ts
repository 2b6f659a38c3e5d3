import { defineMiddleware } from 'astro:middleware'
import { renderedTags, styleText } from '../widgets/server.ts'
import { optOutHeaders, visitCounter } from './analytics/visit-counter.ts'
import { contentSecurityPolicy, styleHash } from './security/content-security-policy.ts'

const styleHashes = renderedTags.map((tag) => styleHash(styleText(tag)))

const headersOf = (locals: App.Locals, counter: string | null): Record<string, string> => ({
  ...(import.meta.env.PROD && {
    'content-security-policy': contentSecurityPolicy({
      styleHashes,
      formOrigins: locals.formOrigins ?? [],
      ...(locals.pays && { paymentOrigins: locals.paymentOrigins ?? [] }),
      framesOwn: locals.framesOwn ?? false,
      ...(counter && { connectOrigins: [new URL(counter).origin] }),
    }),
  }),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
})

/**
 * Every page is rendered per request (prices follow the catalogue within seconds), with a strict content security
 * policy.
 */
export const onRequest = defineMiddleware(async ({ locals, request: { headers } }, next) => {
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  for (const [name, value] of Object.entries(headersOf(locals, visitCounter({ ...locals, headers }))))
    response.headers.set(name, value)
  if (locals.analytics) response.headers.append('vary', optOutHeaders.join(', '))
  if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', 'public, max-age=0, must-revalidate')
  return response
})
