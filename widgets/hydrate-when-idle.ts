/** Resolves after the first paint when the page is idle, or at once when somebody reaches for the element. */
export const wanted = (element: Element): Promise<unknown> =>
  new Promise((resolve) => {
    for (const intent of ['pointerover', 'touchstart', 'focusin']) {
      element.addEventListener(intent, resolve, { once: true, passive: true })
    }
    requestAnimationFrame(() => setTimeout(globalThis.requestIdleCallback ?? setTimeout, 0, resolve))
  })
