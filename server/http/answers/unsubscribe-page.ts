import { html, raw } from 'hono/html'
import type { Unsubscribing } from '../../actions/notifications/unsubscribe.ts'
import { unsubscribeWords } from '../../words/unsubscribe.ts'

/** The site's styles, inlined: a page that opens from a mail link loads no other files. */
const style = `
:root{color-scheme:light dark;--accent:light-dark(#00685b,#5fd9c6);--on-accent:light-dark(#fff,#06201c);--ink:light-dark(#16262a,#eef4f2);--muted:light-dark(#4d5c5f,#a9b7b6);--line:light-dark(#dbe3e2,#2b3739)}
*{box-sizing:border-box;margin:0}
body{min-block-size:100svh;display:grid;place-content:center;padding:1.25rem;background:light-dark(#f8fbfa,#0b1112);color:var(--ink);font:1rem/1.55 system-ui,'Segoe UI',Roboto,sans-serif}
main{display:grid;gap:1rem;max-inline-size:30rem;padding:clamp(1.5rem,6vw,2.5rem);border:1px solid var(--line);border-radius:12px;background:light-dark(#fff,#151d1f)}
b{display:flex;align-items:center;gap:.625rem;font-weight:650}
i{display:grid;place-content:center;inline-size:2rem;block-size:2rem;border-radius:8px;background:var(--accent);color:var(--on-accent);font-style:normal}
h1{font-size:1.5rem;line-height:1.2;letter-spacing:-.022em;text-wrap:balance}
p{overflow-wrap:anywhere;text-wrap:pretty}
small{color:var(--muted);font-size:.9375rem}
button{min-block-size:2.75rem;padding:.5rem 1.125rem;border:1.5px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button.quiet{background:transparent;color:var(--accent)}
button:focus-visible{outline:2px solid var(--accent);outline-offset:3px}`

/** Loads nothing from other origins, and submits its form only to its own. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Asks for confirmation first, and confirms afterwards: a robot that opens every link of a mail unsubscribes no
 * one.
 */
export const unsubscribePage = ({ ecosystem, unsubscribed }: Unsubscribing) => {
  const { company, locale } = ecosystem
  const words = unsubscribeWords[locale]
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<meta name="referrer" content="no-referrer" />
<title>${unsubscribed ? words.done : words.title} | Waizant</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<b><i aria-hidden="true">W</i>Waizant</b>
<h1>${unsubscribed ? words.done : words.title}</h1>
<p>${unsubscribed ? words.stopped(company) : words.ask(company)}</p>
<form method="post">
<button name="notices" value="${unsubscribed ? 'on' : 'off'}" class="${unsubscribed ? 'quiet' : ''}">${unsubscribed ? words.again : words.stop}</button>
</form>
<small>${words.stays}</small>
</main>
</body>
</html>`
}
