import { expect, it } from 'vitest'
import { sitemap } from './sitemap.ts'

it('lists each public page in both languages with its counterparts', () => {
  const xml = sitemap('https://billing.example.com')
  expect(xml).toContain('<loc>https://billing.example.com/precios</loc>')
  expect(xml).toContain('<loc>https://billing.example.com/en/pricing</loc>')
  expect(xml.match(/hreflang="x-default"/g)).toHaveLength(xml.match(/<url>/g)!.length)
})

it('leaves out the pages of one visitor’s purchase', () => {
  expect(sitemap('https://x.mx')).not.toMatch(/gracias|comprar/)
})
