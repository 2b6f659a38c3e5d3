import fc from 'fast-check'
import { UsageRecorded } from '#contract/usage'
import { newId } from '../../base/id.ts'
import { bodyOf } from '../answers.ts'
import { type Step, step } from '../step.ts'

/** Reports usage, sometimes twice at the same time with the same id. */
export const usesService: fc.Arbitrary<Step> = fc
  .record({
    service: fc.constantFrom('audit-case', 'build-schedule'),
    units: fc.integer({ min: 1, max: 9 }),
    times: fc.constantFrom(1, 2),
  })
  .map((used) => uses(used))

interface Used {
  service: string
  units: number
  times: number
}

export const uses = ({ service, units, times }: Used): Step =>
  step(`uses ${units} × ${service}${times > 1 ? ', reported twice' : ''}`, async (promised, { customer }) => {
    const usageId = newId('use')
    const reports = Array.from({ length: times }, () => customer.use(service, units, usageId))
    for (const answer of await Promise.all(reports)) {
      const recorded = bodyOf(promised, answer, 'unknown-service', 'no-subscription')
      if (!recorded) continue
      UsageRecorded.parse(recorded)
      promised.usage.set(usageId, { service, units })
    }
  })
