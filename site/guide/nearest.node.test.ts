import { expect, it } from 'vitest'
import { nearestPageOf } from './nearest.ts'

const pages = [
  ['/docs', '/en/docs'],
  ['/docs/inicio-rapido', '/en/docs/quick-start'],
  ['/docs/elementos/plan-picker', '/en/docs/elements/plan-picker'],
  ['/docs/errores', '/en/docs/errors'],
].map(([spanish, en]) => ({ addresses: { 'es-MX': spanish!, en: en! } }))

it.each([
  ['/docs/inicio-rapid', '/docs/inicio-rapido'],
  ['/docs/quick-start', '/docs/inicio-rapido'],
  ['/en/docs/Inicio-Rápido', '/docs/inicio-rapido'],
  ['/docs/plan-picker', '/docs/elementos/plan-picker'],
  ['/docs/waizant/picker', '/docs/elementos/plan-picker'],
  ['/docs/errores.html', '/docs/errores'],
])('%s was probably meant for %s', (path, address) =>
  expect(nearestPageOf(pages, path)?.addresses['es-MX']).toBe(address),
)

it.each(['/docs/xyzzy', '/docs/', '/docs/x', '/docs/%E0%A4%A'])('%s resembles no page of the guide', (path) =>
  expect(nearestPageOf(pages, path)).toBeUndefined(),
)
