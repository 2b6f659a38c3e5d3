import { tokens } from '../../widgets/styles/tokens.ts'

/** Lightness, green–red, blue–yellow: the tokens are written and mixed in this space (OKLab). */
type Oklab = readonly [number, number, number]

const lightOf = (value: string) => /^light-dark\(((?:[^(),]|\([^()]*\))*),/.exec(value)?.[1] ?? value

const fromOklch = (l: number, c: number, h: number): Oklab => {
  const angle = (h * Math.PI) / 180
  return [l, c * Math.cos(angle), c * Math.sin(angle)]
}

const mixed = (one: Oklab, percent: number, other: Oklab): Oklab => {
  const part = percent / 100
  const of = (at: 0 | 1 | 2) => one[at] * part + other[at] * (1 - part)
  return [of(0), of(1), of(2)]
}

type Token = keyof typeof tokens

const oklabOf = (token: Token): Oklab => {
  const value = lightOf(tokens[token])
  if (value === '#fff') return [1, 0, 0]
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value)
  if (oklch) return fromOklch(Number(oklch[1]), Number(oklch[2]), Number(oklch[3]))
  const mix = /^color-mix\(in oklab,var\(--_([\w-]+)\) ([\d.]+)%,var\(--_([\w-]+)\)\)$/.exec(value)
  if (mix) return mixed(oklabOf(mix[1] as Token), Number(mix[2]), oklabOf(mix[3] as Token))
  throw new Error(`The token ${token} is written in a way that a picture cannot read: ${value}`)
}

const byte = (linear: number) => {
  const light = Math.min(1, Math.max(0, linear))
  const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
  return Math.round(255 * encoded)
    .toString(16)
    .padStart(2, '0')
}

/**
 * The colour of a token in the light scheme as sRGB, "#00685b": the renderer of the pictures does not support OKLCH.
 */
export const colour = (token: Token): string => {
  const [L, a, b] = oklabOf(token)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  return `#${byte(red)}${byte(green)}${byte(blue)}`
}
