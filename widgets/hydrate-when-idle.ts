/** Resolves when the page is idle after its first paint, or at once when a visitor touches or focuses the element. */
export const wanted = (element: Element): Promise<unknown> =>
  new Promise((resolve) => {
    for (const intent of ['pointerover', 'touchstart', 'focusin']) {
      element.addEventListener(intent, resolve, { once: true, passive: true })
    }
    requestAnimationFrame(() => setTimeout(globalThis.requestIdleCallback ?? setTimeout, 0, resolve))
  })
