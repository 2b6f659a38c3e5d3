/** A process that may crash between any two of its writes. */
export interface Mortal {
  isDead(): boolean
  /** Crashes after a number of crash points; each write has two: just before it, and just after. */
  dieAfter(moments: number): void
  /** Cancels the crash. */
  spare(): void
  /** A crash point; throws if the process has crashed. */
  moment(): void
  /** Throws if the process has crashed. */
  mustLive(): void
  /** Registers a function that is called at the crash. */
  onDeath(then: () => void): void
  /** Resolves at the crash. */
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
