/**
 * The date that the machine shows while server tests run: late on a leap day, the last of its month, so that no test can come to
 * need an easier one. `TEST_DATE=2031-07-15` runs them on another, `TEST_DATE=today` on the real one.
 */
const { TEST_DATE = '2028-02-29T23:30:00Z' } = process.env

/** The machine's own date. Test files share a worker, so this file may find a date that it has shifted before. */
const kept = globalThis as { ownDate?: DateConstructor; ownNow?: () => number }
kept.ownDate ??= Date
kept.ownNow ??= Date.now.bind(Date)
const { ownDate: RealDate, ownNow: realNow } = kept

const shiftMs = TEST_DATE === 'today' ? 0 : RealDate.parse(TEST_DATE) - realNow()
if (Number.isNaN(shiftMs)) throw new Error(`TEST_DATE=${TEST_DATE} is no date.`)

const now = () => realNow() + shiftMs

// On the original, so that a test may still replace it.
RealDate.now = now
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
})
