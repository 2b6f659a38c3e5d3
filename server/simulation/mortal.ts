/** A process that may die between any two of its writes. */
export interface Mortal {
  isDead(): boolean
  /** Dies so many moments from now; each write has two: just before it, and just after. */
  dieAfter(moments: number): void
  /** Lives on after all. */
  spare(): void
  /** A moment at which it may die; the dead have none: an error. */
  moment(): void
  /** An error once it has died. */
  mustLive(): void
  /** Called when it dies. */
  onDeath(then: () => void): void
  /** Resolves when it dies. */
  death: Promise<void>
}

export const newMortal = (): Mortal => {
  let left = Number.POSITIVE_INFINITY
  let isDead = false
  const mourners: (() => void)[] = []
  const death = new Promise<void>((resolve) => mourners.push(resolve))
  const mustLive = () => {
    if (isDead) throw new Error('The process has died.')
  }
  return {
    isDead: () => isDead,
    dieAfter: (moments) => {
      left = moments
    },
    spare: () => {
      left = Number.POSITIVE_INFINITY
    },
    moment() {
      mustLive()
      if (--left > 0) return
      isDead = true
      for (const mourner of mourners) mourner()
      mustLive()
    },
    mustLive,
    onDeath: (then) => mourners.push(then),
    death,
  }
}
