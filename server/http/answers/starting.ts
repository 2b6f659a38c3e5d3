import type { IncomingMessage, ServerResponse } from 'node:http'
import { problems } from '../../words/problems.ts'
import { localeFrom } from '../locale.ts'

/**
 * What is answered while the demonstration's history is replayed: the provider's messages about it, and health
 * checks.
 */
const isAnswered = /^\/(webhooks\/|healthz|readyz|metrics)/

/** Asks all other callers to retry in a moment, because prices and customers would be months old. True: answered. */
export const answerStarting = (request: IncomingMessage, response: ServerResponse): boolean => {
  const path = request.url!
  if (isAnswered.test(path)) return false
  const locale = localeFrom(request.headers['accept-language'])
  const { status } = problems.starting
  const detail = problems.starting[locale]
  const isProblem = /^\/(v1|sandbox)\//.test(path)
  response.writeHead(status, {
    'Retry-After': '2',
    'Cache-Control': 'no-store',
    'Content-Type': isProblem ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
  response.end(
    isProblem
      ? JSON.stringify({ title: 'Service Unavailable', status, code: 'starting', detail })
      : page(locale, detail),
  )
  return true
}

/** A page that reloads itself until the real page is available. */
const page = (locale: string, text: string): string => `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="2">
<title>Waizant</title>
<style>body{min-height:90vh;display:grid;place-content:center;padding:1rem;font:1.125rem/1.5 system-ui,sans-serif;color-scheme:light dark}</style>
<p role="status">${text}</p>
</html>
`
