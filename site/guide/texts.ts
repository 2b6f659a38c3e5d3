import type { Locale } from '../routes.ts'
import { locales } from '../routes.ts'
import { guideWords } from '../words/guide.ts'
import { changes } from './changes.ts'
import { withoutCode } from './code-spans.ts'
import { guidePages, markdownAddress } from './guide.ts'
import { placeholderOrigin } from './page.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const answer = (text: string, type: string) =>
  new Response(text, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' },
  })

/** A page as Markdown, without drawings. */
export const markdownOf = (locale: Locale, path: string, origin: string): Response | null => {
  const page = guidePages(locale).find((one) => markdownAddress(one, locale) === path)
  if (!page) return null
  const text = page.markdown.replaceAll(/<svg.*?<\/svg> ?/g, '').replaceAll(placeholderOrigin, origin)
  return answer(text, 'text/markdown')
}

/** The changes of each version, as RSS 2.0. */
export const feed = (locale: Locale, origin: string): Response => {
  const page = guidePages(locale).find(({ name }) => name === 'changelog')!
  const link = origin + page.addresses[locale]
  const items = changes.map(({ version, date, items }) => {
    const address = `${link}#v${version}`
    const text = `<ul>${items[locale].map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    return `<item><title>Waizant Billing ${version}</title><link>${escaped(address)}</link><guid>${escaped(address)}</guid><pubDate>${new Date(date).toUTCString()}</pubDate><description>${escaped(text)}</description></item>`
  })
  return answer(
    `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escaped(guideWords[locale].feed)}</title><link>${escaped(link)}</link><description>${escaped(page.description)}</description><language>${locale}</language>
<atom:link href="${escaped(`${link}/rss.xml`)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`,
    'application/rss+xml',
  )
}

/** A description of the product and the addresses of its guide, for language models: https://llmstxt.org. */
export const llmsText = (origin: string): Response => {
  const listed = locales.map((locale) => {
    const pages = guidePages(locale).map(
      (page) =>
        `- [${page.title}](${origin}${markdownAddress(page, locale)}): ${withoutCode(page.description)}`,
    )
    return `## ${locale === 'en' ? 'Guide in English' : 'Guía en español'}\n\n${pages.join('\n')}`
  })
  return answer(
    `# Waizant Billing

> A company's whole subscription life on any web page: web components that show plans, sell them, change them and show every invoice; an HTTP API; an embedded mode with a Stripe to rehearse with and a clock that can be moved.

Two tags are the whole integration: \`<script type="module" src="${origin}/widgets/waizant.js"></script>\` and \`<waizant-plan-picker catalogue="erp"></waizant-plan-picker>\`. The API is described at ${origin}/v1/openapi.json, the elements at ${origin}/widgets/custom-elements.json.

${listed.reverse().join('\n\n')}
`,
    'text/plain',
  )
}
