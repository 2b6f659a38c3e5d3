/** Applies the custom properties that a visitor picks to real elements, and shows them as CSS to copy. */
import { contrast } from './contrast.ts'

type Scheme = 'light' | 'dark'

const editor = document.querySelector<HTMLElement>('[data-theming]')

const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })

/** Any CSS colour as `#rrggbb`. */
const hex = (colour: string): string => {
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The default of a property in a colour scheme, as the elements have it. */
const usual = (name: string, scheme: Scheme): string => {
  const probe = document.createElement('span')
  probe.style.colorScheme = scheme
  probe.style.color = `var(--waizant-${name})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return hex(color)
}

const start = (editor: HTMLElement) => {
  const all = <E extends HTMLElement>(selector: string) => [...editor.querySelectorAll<E>(selector)]
  const colours = all<HTMLInputElement>('[data-colour]')
  const lengths = all<HTMLInputElement>('[data-length]')
  const font = editor.querySelector<HTMLSelectElement>('[data-font]')!
  const preview = editor.querySelector<HTMLElement>('[data-preview]')!
  const css = editor.querySelector<HTMLTextAreaElement>('[data-css]')!

  const chosen = (name: string, scheme: Scheme) =>
    colours.find(({ dataset }) => dataset.colour === name && dataset.scheme === scheme)!
  const isChanged = ({ value, defaultValue }: HTMLInputElement) => value !== defaultValue

  /** The properties that differ from their defaults. */
  const changes = (): Map<string, string> => {
    const found = new Map<string, string>()
    for (const name of new Set(colours.map(({ dataset }) => dataset.colour!))) {
      const [light, dark] = [chosen(name, 'light'), chosen(name, 'dark')]
      if (isChanged(light) || isChanged(dark))
        found.set(`--waizant-${name}`, `light-dark(${light.value}, ${dark.value})`)
    }
    for (const field of lengths)
      if (isChanged(field)) found.set(`--waizant-${field.dataset.length}`, field.value + field.dataset.unit)
    if (font.value) found.set('--waizant-font', font.value)
    return found
  }

  const warn = () => {
    for (const pair of all('[data-contrast] > li')) {
      const scheme = pair.dataset.scheme as Scheme
      const ratio = contrast(
        chosen(pair.dataset.text!, scheme).value,
        chosen(pair.dataset.ground!, scheme).value,
      )
      const isLow = ratio < 4.5
      pair.toggleAttribute('data-low', isLow)
      const said = `${ratio.toFixed(1)}: ${isLow ? editor.dataset.low : editor.dataset.enough}`
      const place = pair.querySelector('span')!
      if (place.textContent !== said) place.textContent = said
    }
  }

  let written: string[] = []
  const show = () => {
    for (const name of written) preview.style.removeProperty(name)
    const found = changes()
    written = [...found.keys()]
    for (const [name, value] of found) preview.style.setProperty(name, value)
    const lines = [...found].map(([name, value]) => `  ${name}: ${value};`)
    css.value = lines.length ? `:root {\n${lines.join('\n')}\n}` : editor.dataset.untouched!
    warn()
  }

  const showScheme = (scheme: Scheme) => {
    preview.style.colorScheme = scheme
    for (const one of all<HTMLInputElement>('[name=preview-scheme]')) one.checked = one.value === scheme
  }

  const begin = () => {
    for (const field of colours)
      field.value = field.defaultValue = usual(field.dataset.colour!, field.dataset.scheme as Scheme)
    for (const field of lengths) field.value = field.defaultValue
    font.selectedIndex = 0
    showScheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
    show()
  }

  editor.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement
    if (field.name === 'preview-scheme') showScheme(field.value as Scheme)
    else if (field !== (css as HTMLElement)) {
      if (field.dataset.scheme) showScheme(field.dataset.scheme as Scheme)
      show()
    }
  })
  editor.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault())
  editor.querySelector('[data-reset]')!.addEventListener('click', begin)
  begin()
}

if (editor) start(editor)
