import type { Appearance } from '@stripe/stripe-js'

/** A colour in a notation that Stripe's frames support; they lack some of CSS's. */
const plain = (colour: string): string => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}

/** The look of Stripe's card fields in an element: its tokens' computed values, light or dark. */
export const appearanceOf = (root: ParentNode & Node): Appearance => {
  const probe = document.createElement('i')
  root.append(probe)
  const computed = (property: 'color' | 'fontFamily' | 'borderRadius' | 'fontSize', value: string) => {
    probe.style[property] = value
    return getComputedStyle(probe)[property]
  }
  const colour = (token: string) => plain(computed('color', `var(--_${token})`))
  const appearance: Appearance = {
    theme: 'flat',
    variables: {
      colorPrimary: colour('accent'),
      colorBackground: colour('surface'),
      colorText: colour('ink'),
      colorTextSecondary: colour('muted'),
      colorDanger: colour('danger'),
      borderRadius: computed('borderRadius', 'var(--_radius-control)'),
      fontFamily: computed('fontFamily', 'var(--_font)'),
      fontSizeBase: '16px',
    },
    rules: { '.Input': { border: `1px solid ${colour('edge')}`, boxShadow: 'none' } },
  }
  probe.remove()
  return appearance
}
