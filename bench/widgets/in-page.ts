/** Functions that run inside the measured pages. Each is sent as text, so it may use nothing from outside. */

/** Records the first paint of text, layout shifts, and how long the page was blocked, in milliseconds. */
export const watchFirstPlan = () => {
  const seen = { firstPlan: 0, shift: 0, blocked: 0 }
  Object.assign(globalThis, { seen })
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  // These pages contain only plans, so their first text is the first plan's.
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPlan = startTime
  })
  watch('layout-shift', (entry) => {
    seen.shift += (entry as unknown as { value: number }).value
  })
  watch('longtask', ({ duration }) => {
    seen.blocked += duration - 50
  })
}

/** How long a step occupies the page until it can paint, in milliseconds; the median of several runs. */
export const workOf = async ({ host, inner, times }: { host: string; inner: string; times: number }) => {
  const root = document.querySelector(host)!.shadowRoot!
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const target = [...root.querySelectorAll<HTMLElement>(inner)][time % root.querySelectorAll(inner).length]!
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const startedAt = performance.now()
    target.click()
    await null
    await null
    await null
    root.host.getBoundingClientRect()
    taken.push(performance.now() - startedAt)
  }
  return taken.toSorted((a, b) => a - b)[times >> 1]!
}

/** From setting the plans to the painted table, in milliseconds. */
export const paintTable = async ({ tag, plans }: { tag: string; plans: object }) => {
  await customElements.whenDefined(tag)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const startedAt = performance.now()
  const element = Object.assign(document.createElement(tag), { plans, locale: 'es-MX' })
  document.body.append(element)
  while (!element.shadowRoot?.querySelector('tbody')) await new Promise((resolve) => setTimeout(resolve))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const taken = performance.now() - startedAt
  element.remove()
  return taken
}

/** Adds an element to the page and removes it again, a given number of times. */
export const mount = async ({ tag, times }: { tag: string; times: number }) => {
  for (let time = 0; time < times; time++) {
    const element = document.createElement(tag) as HTMLElement & { updateComplete?: Promise<unknown> }
    element.setAttribute('catalogue', 'erp')
    document.body.append(element)
    await element.updateComplete
    // A browser refuses hundreds of requests at once.
    if (time % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 100))
    element.remove()
  }
  // By then the element's delayed work is done and its requests are answered.
  await new Promise((resolve) => setTimeout(resolve, 4_000))
}

/** The bytes of code that the page has loaded, as sent. */
export const bytesOfCode = () =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.includes('/widgets/'))
    .reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0)
