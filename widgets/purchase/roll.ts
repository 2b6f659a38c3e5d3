const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** An amount that changed rolls in. */
export const roll = (element: Element | null): void => {
  if (element && !isStill())
    element.animate([{ translate: '0 0.4em', opacity: 0 }, {}], { duration: 180, easing: 'ease-out' })
}

const countMs = 600

/** Counts a number up to a greater one; calls `show` for each step, the last time with `to`. */
export const countUp = (from: number, to: number, show: (number: number) => void): void => {
  const start = performance.now()
  const tick = () => {
    const part = isStill() ? 1 : Math.min(1, (performance.now() - start) / countMs)
    show(Math.round(from + (to - from) * (1 - (1 - part) ** 3)))
    if (part < 1) requestAnimationFrame(tick)
  }
  tick()
}
