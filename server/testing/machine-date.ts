/**
 * The date that the machine shows while server tests run: late on a leap day, the last of its month, so that no test can come to
 * need an easier one. `TEST_DATE=2031-07-15` runs them on another, `TEST_DATE=today` on the real one.
 */
const { TEST_DATE = '2028-02-29T23:30:00Z' } = process.env

const RealDate = Date
const shiftMs = TEST_DATE === 'today' ? 0 : RealDate.parse(TEST_DATE) - RealDate.now()
if (Number.isNaN(shiftMs)) throw new Error(`TEST_DATE=${TEST_DATE} is no date.`)

const realNow = RealDate.now.bind(RealDate)
const now = () => realNow() + shiftMs

// On the original, so that a test may still replace it.
RealDate.now = now
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
})
