import { describe, expect, it } from 'vitest'
import { tokens } from '../../widgets/styles/tokens.ts'
import { publicRoutes, routes } from '../routes.ts'
import { imageOf, socialImage } from '../seo/social-image.ts'
import { cards } from './cards.ts'
import { colour } from './colours.ts'
import { drawCard } from './draw-card.ts'
import { linesOf, widthOf } from './lettering.ts'

const type = { weight: 700, size: 64, fill: '#000' } as const

describe('the pictures of shared links', () => {
  it('are there for every page that a search engine should know', () => {
    const drawn = cards.map(({ address }) => address)
    for (const name of publicRoutes)
      expect(drawn).toEqual(expect.arrayContaining(Object.values(routes[name])))
    expect(new Set(drawn.map(imageOf)).size).toBe(drawn.length)
  })

  it('say other words on each', () =>
    expect(new Set(cards.map((card) => drawCard(card))).size).toBe(cards.length))

  it('need no font: every letter is an outline', () => {
    for (const card of cards) expect(drawCard(card)).not.toMatch(/<text|font-/)
  })

  it('stand for the pages below theirs', () => {
    const origin = 'https://x.mx'
    expect(socialImage(origin, '/precios', 'es-MX')).toBe(`${origin}/social/precios.png`)
    expect(socialImage(origin, '/', 'es-MX')).toBe(`${origin}/social/index.png`)
    expect(socialImage(origin, '/docs/nowhere', 'es-MX')).toBe(`${origin}/social/docs.png`)
    expect(socialImage(origin, '/en/nowhere', 'en')).toBe(`${origin}/social/en.png`)
  })
})

describe('a colour', () => {
  it('is the light one of its token, as a browser shows it', () => {
    expect([colour('surface'), colour('accent')]).toEqual(['#ffffff', '#00695c'])
  })

  it('is found for every colour that the look has', () => {
    const named = Object.entries(tokens).filter(([, value]) => /^(light-dark|color-mix)/.test(value))
    for (const [name] of named) expect(colour(name as keyof typeof tokens)).toMatch(/^#[0-9a-f]{6}$/)
  })
})

describe('a title', () => {
  it('is broken where its words fit, evenly, and loses none', () => {
    const text = 'Sabes cuánto pagas antes de pagar.'
    const lines = linesOf(text, type, 600)
    expect(lines.join(' ')).toBe(text)
    expect(lines.every((line) => widthOf(line, type) <= 600)).toBe(true)
    const [longest, shortest] = [Math.max, Math.min].map((of) =>
      of(...lines.map((line) => widthOf(line, type))),
    )
    expect(shortest! / longest!).toBeGreaterThan(0.5)
  })

  it('with a word too long for a line gives it a line of its own', () =>
    expect(linesOf('un electroencefalografista', type, 200)).toEqual(['un', 'electroencefalografista']))
})
