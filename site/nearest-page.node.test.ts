import { expect, it } from 'vitest'
import { nearestPage } from './nearest-page.ts'

it.each([
  ['/fr/precios', 'pricing'],
  ['/erp2/precios', 'pricing'],
  ['/PRECIOS', 'pricing'],
  ['/presios', 'pricing'],
  ['/en/prcing', 'pricing'],
  ['/waizant/planes', 'waizantPricing'],
  ['/en/contacts', 'contact'],
  ['/cotizaci%C3%B3n', 'contact'],
  ['/blog/privacy-policy', 'privacy'],
  ['/docs/nada', 'docs'],
])('%s was probably meant for %s', (path, page) => expect(nearestPage(path)).toBe(page))

it.each(['/xyzzy', '/', '/%E0%A4%A', '/wp-login.php', `/${'a/'.repeat(5000)}`])(
  '%s resembles nothing',
  (path) => expect(nearestPage(path)).toBeNull(),
)
