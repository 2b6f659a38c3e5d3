/**
 * The machine's date while server tests run: late on a leap day that ends its month, so that no test comes to
 * depend on an easier date. `TEST_DATE=2031-07-15` uses another date, `TEST_DATE=today` the real one.
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

// Set on the original `Date`, so that a test may still replace `Date.now`.
RealDate.now = now
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
})
