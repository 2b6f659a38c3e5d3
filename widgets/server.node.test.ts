import { describe, expect, it } from 'vitest'
import { erpPlans } from './fixtures/erp-plans.ts'
import { plansScript, renderElement, renderedTags, styleText, tokensCss } from './server.ts'

const attributes = { catalogue: 'erp', locale: 'es-MX', currency: 'MXN', interval: 'year' }

const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<!--.*?-->|<\?>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('On the server', () => {
  it('a picker has its prices, its savings and links that work without script', () => {
    const html = renderElement('waizant-plan-picker', erpPlans(), attributes)
    expect(textOf(html)).toContain('$25,490 .00 MXN al año Ahorra $4,498.00 al año')
    expect(html).toContain('href="/comprar?catalogue=erp&amp;plan=pro&amp;interval=year&amp;currency=MXN"')
    expect(html).toContain('href="/contacto?catalogue=erp&amp;plan=enterprise"')
    expect(html).toMatch(/^<waizant-plan-picker [^>]*interval="year"[^>]*><template shadowrootmode="open">/)
  })

  it('a comparison has every row', () => {
    const text = textOf(
      renderElement('waizant-plan-comparison', erpPlans('USD', 'en'), { ...attributes, locale: 'en' }),
    )
    for (const { name, rows } of erpPlans('USD', 'en').comparison) {
      expect(text).toContain(name)
      for (const row of rows) expect(text).toContain(row.name)
    }
  })

  it.each(renderedTags)(
    '%s has one style, whose text is known, and no other inline style or script',
    (tag) => {
      const html = renderElement(tag, erpPlans(), attributes)
      expect(html.match(/<style>(.*?)<\/style>/gs)).toEqual([`<style>${styleText(tag)}</style>`])
      expect(html).not.toMatch(/ style=|<script|\son[a-z]+=/)
    },
  )

  it('text from data stays text', () => {
    const list = structuredClone(erpPlans())
    list.plans[0]!.name = '</template><script>alert(1)</script>'
    list.plans[0]!.id = '"onclick="x'
    expect(renderElement('waizant-plan-picker', list, attributes)).not.toMatch(/<script|"onclick=/)
    expect(plansScript(list).match(/<\/script>/g)).toHaveLength(1)
    const json = plansScript(list).replace(/^<script[^>]*>|<\/script>$/g, '')
    expect(JSON.parse(json)).toEqual(list)
  })

  it('the page gets the very tokens of the elements', () => {
    expect(tokensCss()).toMatch(/^:root\{--waizant-accent:.*--waizant-sticky-top:0px\}$/)
    expect(tokensCss()).not.toContain('--_')
  })
})
