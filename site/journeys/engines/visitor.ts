import type { Engine } from './engine.ts'

const patience = 30_000
const interval = 100

interface Place {
  x: number
  y: number
}

/** Runs in the page: finds a control with a text, scrolls it into view, and returns its centre. */
const locate = (selector: string, source: string, within: string): Place | undefined => {
  const says = new RegExp(source)
  const rootsIn = (root: ParentNode): ParentNode[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ]
  const scopes = rootsIn(document).flatMap((root) => [...root.querySelectorAll(within)])
  const roots = scopes.flatMap((scope) => [
    ...rootsIn(scope),
    ...(scope.shadowRoot ? rootsIn(scope.shadowRoot) : []),
  ])
  for (const root of roots)
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (!element.checkVisibility()) continue
      const text = element.innerText.trim().replaceAll(/\s+/g, ' ')
      if (!says.test(text) && !says.test(element.getAttribute('aria-label') ?? '')) continue
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const box = element.getBoundingClientRect()
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const hit = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y)
      if (hit && (element.contains(hit) || hit.contains(element))) return { x, y }
    }
  return undefined
}

/** Runs in the page: returns all visible text, inside elements too. */
const textOf = (within: string): string => {
  const textIn = (root: HTMLElement | ShadowRoot): string[] => {
    const own = root instanceof ShadowRoot ? [...root.children] : [root]
    const hosts = [root, ...root.querySelectorAll('*')] as HTMLElement[]
    return [
      ...(own as HTMLElement[]).filter((part) => part.checkVisibility()).map(({ innerText }) => innerText),
      ...hosts.flatMap((host) => (host.shadowRoot && host.checkVisibility() ? textIn(host.shadowRoot) : [])),
    ]
  }
  return [...document.querySelectorAll<HTMLElement>(within)]
    .flatMap(textIn)
    .join('\n')
    .replaceAll(/[^\S\n]+/g, ' ')
}

/** A visitor with a browser: looks, presses, types, and waits for texts. */
export const visitor = (engine: Engine) => {
  const until = async <T>(what: string, ask: () => Promise<T | undefined>): Promise<T> => {
    const deadline = Date.now() + patience
    for (;;) {
      // A page that is being left does not answer.
      const answer = await ask().catch(() => undefined)
      if (answer !== undefined) return answer
      if (Date.now() > deadline) {
        const seen = await engine.run(textOf, 'body').catch(String)
        throw new Error(`Never ${what}. The page says: ${seen.slice(0, 3000)}`)
      }
      await new Promise((resolve) => setTimeout(resolve, interval))
    }
  }
  const text = (within = 'body') => engine.run(textOf, within)
  return {
    goto: (url: string) => engine.goto(url),
    text,
    sees: (what: RegExp, within = 'body') =>
      until(`read ${what}`, async () => what.exec(await text(within)) ?? undefined),
    /** Waits for two equal positions in a row: the control has stopped moving. */
    press: async (selector: string, says: RegExp, within = 'body') => {
      let before: Place | undefined
      const { x, y } = await until(`pressed ${selector} ${says}`, async () => {
        const place = await engine.run(locate, selector, says.source, within)
        const isStill = place && before && place.x === before.x && place.y === before.y
        before = place
        return isStill ? place : undefined
      })
      await engine.press(x, y)
    },
    has: (selector: string) =>
      until(`had ${selector}`, async () =>
        (await engine.run((one) => !!document.querySelector(one), selector)) ? true : undefined,
      ),
    isAt: (address: RegExp) =>
      until(
        `came to ${address}`,
        async () => address.exec(await engine.run(() => location.href)) ?? undefined,
      ),
    type: (typed: string) => engine.type(typed),
    /** Clears the storage of the current page, so that the next page sees a new visitor. */
    forget: () => engine.run(() => localStorage.clear()),
  }
}
export type EngineVisitor = ReturnType<typeof visitor>
