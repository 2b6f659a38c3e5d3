import { describe, expect, it } from 'vitest'
import { answers } from './commands/answer-bank.ts'
import { buys } from './commands/buy-encounters.ts'
import { setsLicences } from './commands/change-licences.ts'
import { changesTo } from './commands/change-plan.ts'
import { dies } from './commands/faults.ts'
import { cancels, isEnded } from './commands/leave-and-stay.ts'
import { paysWith, setsUp } from './commands/new-card.ts'
import { passes, renewsAfter } from './commands/time.ts'
import { usesSome } from './commands/use-encounters.ts'
import { uses } from './commands/use-service.ts'
import { live } from './live.ts'
import { again, livesSettings } from './play.ts'
import type { Step } from './step.ts'
import { openTown } from './town.ts'

const settings = livesSettings(process.env)

/** All crash points take an hour, so a short run tests one of the first sixty, chosen by the seed. */
const isBrief = settings.lives < 1_000
const stride = 6
const first = 1 + (settings.seed % (isBrief ? 60 : stride))

const to = (plan: string, interval: 'month' | 'year' = 'month') =>
  changesTo({ plan, interval, minutes: 0, tabs: 'one tab' })
const used = [uses({ service: 'audit-case', units: 3, times: 1 }), passes(1)]

/** The actions during which the server crashes, and the steps before them. */
const doings: Record<string, { before: Step[]; meanwhile: Step[] }> = {
  'changing to a better plan, services and seats unbilled': {
    before: [...used, setsLicences({ quantity: 8, sees: true, tabs: 1 })],
    meanwhile: [to('premium')],
  },
  'changing to a better plan for a year': { before: [], meanwhile: [to('premium', 'year')] },
  'changing to a smaller plan': { before: used, meanwhile: [to('lite')] },
  'changing plan with a card that is declined': {
    before: [...used, paysWith('failsLater')],
    meanwhile: [to('premium')],
  },
  'changing plan while its bank asks about each payment': {
    before: [...used, paysWith('asks')],
    meanwhile: [to('premium'), answers(true, true), answers(true, false)],
  },
  'changing plan while a renewal is unpaid': {
    before: [paysWith('failsLater'), renewsAfter(2), paysWith('good')],
    meanwhile: [to('premium')],
  },
  'buying encounters': {
    before: [],
    meanwhile: [buys({ quantity: 100, pays: 'with the saved card', twice: false })],
  },
  'buying licences': { before: [], meanwhile: [setsLicences({ quantity: 9, sees: true, tabs: 1 })] },
  'changing to a better plan and back within a minute': {
    before: [usesSome(150)],
    meanwhile: [to('premium'), passes(1 / 60), to('lite')],
  },
  renewing: { before: used, meanwhile: [renewsAfter(2)] },
  'leaving with services unbilled': { before: used, meanwhile: [cancels('unused')] },
  'being ended with services unbilled': { before: used, meanwhile: [isEnded] },
  'paying what is owed with a new card': {
    before: [paysWith('failsLater'), renewsAfter(2)],
    meanwhile: [setsUp('pm_card_visa')],
  },
}

const begin = { catalogue: 'waizant', plan: 'plus', interval: 'month', day: 13, hurries: false } as const

describe.each(Object.keys(doings))('wherever the server dies of %s', (name) => {
  it(`money adds up (${again(settings)})`, async () => {
    const { before, meanwhile } = doings[name]!
    const town = await openTown('postgres', 1, settings.logLevel)
    /** Returns whether the action was still running at the crash point. */
    const diesAt = async (moment: number): Promise<boolean> => {
      const deaths = town.deaths()
      await live(town, begin, [...before, dies(moment), ...meanwhile]).catch((error) => {
        throw new Error(`It died ${moment} moments on.`, { cause: error })
      })
      return town.deaths() > deaths
    }
    try {
      const deathsBefore = town.deaths()
      let moment = first
      // An action that ended before its crash point is tried again with an earlier one.
      if (isBrief) while (moment > 0 && !(await diesAt(moment))) moment = Math.floor(moment / 2)
      else while (await diesAt(moment)) moment += stride
      expect(town.deaths(), 'the server died at least once').toBeGreaterThan(deathsBefore)
    } finally {
      await town.close()
    }
  }, 3_600_000)
})
