import { type Appearance, sheetFor } from './appearance.ts'
import type { JsError, Source } from './call.ts'
import { Emitter } from './emitter.ts'
import type { Words } from './words.ts'

const NAMES = ['number', 'expiry', 'cvc'] as const
type Name = (typeof NAMES)[number]

const AUTOCOMPLETE: Record<Name, string> = { number: 'cc-number', expiry: 'cc-exp', cvc: 'cc-csc' }

/** The card fields, in a closed shadow tree: the page around them cannot read what is typed. */
export class PaymentElement extends Emitter {
  readonly #words: Words
  readonly #host = document.createElement('div')
  readonly #root = this.#host.attachShadow({ mode: 'closed' })
  readonly #inputs = {} as Record<Name, HTMLInputElement>
  readonly #errors = {} as Record<Name, HTMLElement>

  constructor(words: Words, appearance: Appearance | undefined) {
    super()
    this.#words = words
    this.#host.className = 'StripeElement'
    this.#root.append(this.#fields())
    this.changeAppearance(appearance)
  }

  mount(place: string | HTMLElement): void {
    const target = typeof place === 'string' ? document.querySelector(place) : place
    if (!target) throw new Error(`Invalid value for elements.create().mount(): no element matches ${place}.`)
    target.replaceChildren(this.#host)
    queueMicrotask(() => {
      this.emit('ready', { elementType: 'payment' })
      this.#changed()
    })
  }

  unmount(): void {
    this.#host.remove()
  }

  destroy(): void {
    this.unmount()
    for (const name of NAMES) this.#inputs[name].value = ''
  }

  update(_options: object): void {}
  collapse(): void {}

  focus(): void {
    this.#inputs.number.focus()
  }

  blur(): void {
    for (const name of NAMES) this.#inputs[name].blur()
  }

  clear(): void {
    for (const name of NAMES) this.#inputs[name].value = ''
    this.#changed()
  }

  changeAppearance(appearance: Appearance | undefined): void {
    this.#root.adoptedStyleSheets = [sheetFor(appearance)]
  }

  get complete(): boolean {
    return NAMES.every((name) => !this.#problemOf(name))
  }

  /** Checks every field, shows the errors and focuses the first wrong one. */
  validate(): JsError | null {
    const wrong = NAMES.filter((name) => this.#show(name))
    const first = wrong[0]
    if (!first) return null
    this.#inputs[first].focus()
    const code = this.#problemOf(first)!
    return { type: 'validation_error', code, message: this.#words[code] }
  }

  source(): Source {
    const { number, expiry, cvc } = this.#inputs
    return { card: { number: number.value, expiry: expiry.value, cvc: cvc.value } }
  }

  #fields(): HTMLElement {
    const grid = document.createElement('div')
    grid.className = 'Grid'
    grid.append(...NAMES.map((name) => this.#field(name)))
    const note = document.createElement('p')
    note.className = 'Note'
    note.textContent = this.#words.sandbox
    grid.append(note)
    return grid
  }

  #field(name: Name): HTMLElement {
    const field = document.createElement('div')
    field.className = 'Field'
    const label = document.createElement('label')
    label.className = 'Label'
    label.htmlFor = name
    label.textContent = this.#words[name]
    const input = document.createElement('input')
    Object.assign(input, {
      id: name,
      className: 'Input',
      inputMode: 'numeric',
      autocomplete: AUTOCOMPLETE[name],
    })
    input.placeholder = { number: '1234 1234 1234 1234', expiry: this.#words.expiryHint, cvc: 'CVC' }[name]
    input.setAttribute('aria-describedby', `${name}-error`)
    const error = document.createElement('span')
    Object.assign(error, { id: `${name}-error`, className: 'Error' })
    error.setAttribute('role', 'alert')
    input.addEventListener('input', (event) => this.#typed(name, event as InputEvent))
    input.addEventListener('focus', () => this.emit('focus', { elementType: 'payment' }))
    input.addEventListener('blur', () => {
      if (input.value) this.#show(name)
      this.emit('blur', { elementType: 'payment' })
    })
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.emit('escape', { elementType: 'payment' })
    })
    this.#inputs[name] = input
    this.#errors[name] = error
    field.append(label, input, error)
    return field
  }

  #typed(name: Name, event: InputEvent): void {
    const input = this.#inputs[name]
    if (!event.inputType?.startsWith('delete')) input.value = formatted(name, input.value)
    if (!this.#problemOf(name)) this.#show(name)
    this.#changed()
  }

  #changed(): void {
    this.emit('change', {
      elementType: 'payment',
      collapsed: false,
      complete: this.complete,
      empty: NAMES.every((name) => !this.#inputs[name].value),
      value: { type: 'card' },
    })
  }

  #show(name: Name): boolean {
    const problem = this.#problemOf(name)
    const input = this.#inputs[name]
    input.classList.toggle('Input--invalid', problem !== null)
    input.setAttribute('aria-invalid', String(problem !== null))
    this.#errors[name].textContent = problem ? this.#words[problem] : ''
    return problem !== null
  }

  #problemOf(name: Name) {
    const digits = this.#inputs[name].value.replace(/\D/g, '')
    if (name === 'number')
      return digits.length < 14 ? 'incomplete_number' : passesLuhn(digits) ? null : 'invalid_number'
    if (name === 'cvc') return digits.length < 3 ? 'incomplete_cvc' : null
    const month = Number(digits.slice(0, 2))
    if (digits.length !== 4 || month < 1 || month > 12) return 'incomplete_expiry'
    const ends = new Date(2000 + Number(digits.slice(2)), month)
    return ends <= new Date() ? 'invalid_expiry_year_past' : null
  }
}

const formatted = (name: Name, value: string): string => {
  const digits = value.replace(/\D/g, '')
  if (name === 'number') return digits.slice(0, 19).replace(/(\d{4})(?=\d)/g, '$1 ')
  if (name === 'cvc') return digits.slice(0, 4)
  return digits.length < 2 ? digits : `${digits.slice(0, 2)} / ${digits.slice(2, 4)}`
}

const passesLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0) %
    10 ===
  0
