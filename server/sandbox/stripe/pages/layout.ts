import type { ApiAnswer } from '../http/api.ts'
import { type Html, html } from './html.ts'
import type { Words } from './words.ts'

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"

/** A whole page; the banner says that this is a sandbox. */
export const page = (words: Words, title: string, content: Html, status = 200): ApiAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body: html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/style.css">
<script src="/pages/script.js" defer></script>
</head>
<body>
<header class="test"><strong>${words.testMode}</strong> <span>${words.testNote}</span></header>
${content}
</body>
</html>
`.markup,
})

export const seller = (): Html =>
  html`<p class="seller"><svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor"><path d="M4 3h16a1 1 0 0 1 1 1v16.2a.8.8 0 0 1-1.25.66L17 19l-2.5 1.8L12 19l-2.5 1.8L7 19l-2.75 1.86A.8.8 0 0 1 3 20.2V4a1 1 0 0 1 1-1Zm4 5v2h8V8H8Zm0 4v2h5v-2H8Z"/></svg>Waizant</p>`

/** A page with one message and one link. */
export const notice = (
  words: Words,
  title: string,
  text: string,
  link: { href: string; text: string } | null,
  status = 200,
): ApiAnswer =>
  page(
    words,
    title,
    html`<main class="one"><div class="card stack">${seller()}<h1 data-focus tabindex="-1">${title}</h1><p>${text}</p>${
      link && html`<p><a href="${link.href}">${link.text}</a></p>`
    }</div></main>`,
    status,
  )
