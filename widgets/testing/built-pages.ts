import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { bundleWidgets } from '../build/bundle.ts'
import { erpPlans } from '../fixtures/erp-plans.ts'
import { plansScript, type RenderedTag, renderElement } from '../server.ts'

interface Context {
  url: string
  type: string
  body: unknown
  set: (name: string, value: string) => void
}

const inlineStyles = "default-src 'self'; style-src 'unsafe-inline'; script-src 'self'"

/**
 * A site under `/built/` as the tests' browser sees it: the real bundle, the plans, and pages that the server rendered
 * (`/built/rendered?tags=…`) or did not (`/built/plain?tags=…`).
 */
export const builtPages = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'widgets-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { outdir } = await bundleWidgets({ outdir: join(folder, 'widgets') })
  const script = '<script type="module" src="/built/widgets/waizant.js"></script>'

  const page = (path: string, search: URLSearchParams) => {
    const list = erpPlans()
    const attributes = {
      catalogue: 'erp',
      locale: 'es-MX',
      currency: 'MXN',
      interval: search.get('interval') ?? 'month',
    }
    const text = Object.entries(attributes)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ')
    const elements = (search.get('tags') ?? '').split(',').map((tag) => {
      if (path !== 'rendered') return `<${tag} ${text}></${tag}>`
      const html = renderElement(tag as RenderedTag, list, attributes)
      return search.has('stale') ? html.replaceAll(/lit-part [^ >]+/g, 'lit-part ABCDEFGHIJK=') : html
    })
    const data = path === 'rendered' ? plansScript(list) : ''
    return `<!doctype html><html lang="es-MX"><title>${path}</title><body>${elements.join('')}${data}${script}</body></html>`
  }

  return async (context: Context, next: () => Promise<void>) => {
    const url = new URL(context.url, 'http://tests')
    if (!url.pathname.startsWith('/built/')) return next()
    const name = basename(url.pathname)
    if (name === 'plans') {
      context.type = 'application/json'
      context.body = JSON.stringify(erpPlans((url.searchParams.get('currency') ?? 'MXN') as 'MXN'))
    } else if (name.endsWith('.js')) {
      context.type = 'text/javascript'
      context.body = await readFile(join(outdir, name), 'utf8')
    } else {
      context.type = 'text/html'
      context.set('content-security-policy', inlineStyles)
      context.body = page(name, url.searchParams)
    }
  }
}
