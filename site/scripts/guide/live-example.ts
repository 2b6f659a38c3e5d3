/**
 * An element that follows a form and an HTML field. Typed HTML is parsed in a document that runs nothing; only
 * attributes of the element, and plain elements with text for its slots, are taken over.
 */
interface Attribute {
  name: string
  isFlag: boolean
}

const live = document.querySelector<HTMLElement>('[data-live]')

const plainTags = ['p', 'h2', 'h3', 'h4', 'strong', 'em', 'small', 'span', 'ul', 'ol', 'li', 'button']

/** Copies nodes as elements that cannot run anything. */
const safe = (node: Node): Node => {
  if (!(node instanceof Element)) return document.createTextNode(node.textContent ?? '')
  const copy = document.createElement(plainTags.includes(node.localName) ? node.localName : 'span')
  const slot = node.getAttribute('slot')
  if (slot) copy.slot = slot
  copy.append(...[...node.childNodes].map(safe))
  return copy
}

const start = (live: HTMLElement) => {
  const { live: tag = '', ecosystem, token } = live.dataset
  const attributes = JSON.parse(live.dataset.attributes!) as Attribute[]
  const form = live.querySelector('form')!
  const source = live.querySelector('textarea')!
  const problem = live.querySelector<HTMLElement>('[data-problem]')!
  const stage = live.querySelector<HTMLElement>('[data-stage]')!
  const log = live.querySelector<HTMLElement>('[data-log]')!
  const element = stage.querySelector<HTMLElement>(tag)

  /** The only tag in a text; null when there is none or more than one. */
  const parsed = (html: string): Element | null => {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const [only, ...others] = body.children
    return only?.localName === tag && !others.length ? only : null
  }

  const copyAttributes = (from: Element, to: Element) => {
    for (const { name } of attributes) {
      const value = from.getAttribute(name)
      if (value === null) to.removeAttribute(name)
      else if (to.getAttribute(name) !== value) to.setAttribute(name, value)
    }
  }

  const write = (wanted: Element) => {
    const given = attributes.flatMap(({ name, isFlag }) => {
      const value = wanted.getAttribute(name)
      if (value === null) return []
      return [
        isFlag && !value ? name : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
      ]
    })
    source.value = `<${[tag, ...given].join(' ')}>${wanted.innerHTML}</${tag}>`
  }

  const fillForm = (wanted: Element) => {
    for (const { name, isFlag } of attributes) {
      const field = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement
      if (isFlag) (field as HTMLInputElement).checked = wanted.hasAttribute(name)
      else field.value = wanted.getAttribute(name) ?? ''
    }
  }

  form.addEventListener('input', () => {
    const wanted =
      parsed(source.value) ?? document.createElement('template').content.ownerDocument.createElement(tag)
    const given = new FormData(form)
    for (const { name, isFlag } of attributes) {
      const value = String(given.get(name) ?? '')
      if (isFlag ? !given.has(name) : !value) wanted.removeAttribute(name)
      else wanted.setAttribute(name, isFlag ? '' : value)
    }
    write(wanted)
    problem.textContent = ''
    if (element) copyAttributes(wanted, element)
  })
  form.addEventListener('submit', (event) => event.preventDefault())

  source.addEventListener('input', () => {
    const wanted = parsed(source.value)
    problem.textContent = wanted ? '' : live.dataset.wrong!
    source.setAttribute('aria-invalid', String(!wanted))
    if (!wanted) return
    fillForm(wanted)
    if (!element) return
    copyAttributes(wanted, element)
    element.replaceChildren(...[...wanted.childNodes].map(safe))
  })

  let isFirst = true
  for (const name of JSON.parse(live.dataset.events!) as string[])
    stage.addEventListener(name, (event) => {
      // Events that would leave the page are only shown.
      const cancels = Boolean(live.dataset.stays) && event.cancelable
      if (cancels) event.preventDefault()
      const { isTrusted: _, ...facts } = { ...event } as Record<string, unknown>
      const line = document.createElement('li')
      const detail = Object.keys(facts).length ? ` ${JSON.stringify(facts)}` : ''
      line.textContent = `${name}${detail}${cancels ? ` (${live.dataset.cancelled})` : ''}`
      if (isFirst) log.replaceChildren()
      isFirst = false
      log.prepend(line)
      log.closest('details')!.open = true
    })

  if (element) {
    const wanted = parsed(source.value)
    if (wanted) fillForm(wanted)
  }
  source.readOnly = false
  if (token) void enter(ecosystem, token)
}

// Loads the server's bundle from the address that other sites embed: the site must not bundle a second copy.
const widgets = '/widgets/waizant.js'

const enter = async (ecosystem: string | undefined, token: string) => {
  const { connect } = await import(/* @vite-ignore */ widgets)
  await connect({ ...(ecosystem && { ecosystem }), getToken: () => token })
}

if (live) start(live)
