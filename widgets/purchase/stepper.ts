import { html } from '../base/html.ts'

interface Stepper {
  label: string
  less: string
  more: string
  value: number
  min: number
  max: number
  /** The step of one press. */
  by: number
  disabled?: boolean
  describedby?: string
  /** Called at every change, typed or pressed. */
  onChange: (quantity: number) => void
}

/**
 * A number with a button at either side; the arrow keys change it too.
 *
 * @csspart stepper - a number with a button at either side
 * @csspart step - one of these buttons
 * @csspart quantity - the number
 */
export const stepper = ({
  label,
  less,
  more,
  value,
  min,
  max,
  by,
  disabled,
  describedby,
  onChange,
}: Stepper) => {
  const step = (to: number) => () => onChange(Math.min(max, Math.max(min, to)))
  const button = (sign: string, name: string, to: number, isEnd: boolean) => html`
    <button part="step" type="button" aria-label=${name} ?disabled=${disabled || isEnd} @click=${step(to)}>${sign}</button>
  `
  return html`
    <div part="stepper">
      ${button('−', less, Math.ceil(value / by - 1) * by, value <= min)}
      <input
        part="quantity"
        type="number"
        inputmode="numeric"
        aria-label=${label}
        aria-describedby=${describedby ?? ''}
        min=${min}
        max=${max}
        ?disabled=${disabled}
        .value=${String(value)}
        @input=${({ target }: Event) => onChange((target as HTMLInputElement).valueAsNumber)}
      />
      ${button('+', more, Math.floor(value / by + 1) * by, value >= max)}
    </div>
  `
}
