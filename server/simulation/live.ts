import fc from 'fast-check'
import { newCustomer } from '../testing/customer.ts'
import { answersBank } from './commands/answer-bank.ts'
import { buysEncounters, paysBasket } from './commands/buy-encounters.ts'
import { changesLicences } from './commands/change-licences.ts'
import { changesPlan } from './commands/change-plan.ts'
import { crashes, providerFails, webhooksTurn } from './commands/faults.ts'
import { end, isEnded, leaves, stays, undoesChange } from './commands/leave-and-stay.ts'
import { cardTurns, isGiven, setsUpCard } from './commands/new-card.ts'
import { pass, renews, waits } from './commands/time.ts'
import { usesEncounters } from './commands/use-encounters.ts'
import { usesService } from './commands/use-service.ts'
import { allIsWell } from './invariants/index.ts'
import { type Life, nothingYet } from './life.ts'
import type { Step } from './step.ts'
import type { Town } from './town.ts'

interface Begin {
  catalogue: 'waizant' | 'erp'
  plan: string
  interval: 'month' | 'year'
  licences?: number
  /** Days since the start of the month. */
  day: number
  hurries: boolean
}

const clinicPlans = ['lite', 'plus', 'premium']
const shopPlans = ['basico', 'pro']
const many = { maxCommands: 15, size: 'max' as const }

const begins = (catalogue: Begin['catalogue'], plans: string[]): fc.Arbitrary<Begin> =>
  fc.record({
    catalogue: fc.constant(catalogue),
    plan: fc.constantFrom(...plans),
    interval: fc.constantFrom('month' as const, 'month' as const, 'month' as const, 'year' as const),
    ...(catalogue === 'waizant' && { licences: fc.constantFrom(0, 2, 10) }),
    day: fc.constantFrom(0.1, 0.5, 13, 27.5, 29.9),
    hurries: fc.constantFrom(false, false, true),
  })

const anywhere: fc.Arbitrary<Step>[] = [
  answersBank,
  answersBank,
  leaves,
  fc.constant(stays),
  fc.constant(undoesChange),
  fc.constant(isEnded),
  setsUpCard,
  cardTurns,
  isGiven,
  waits,
  waits,
  renews,
  webhooksTurn,
  providerFails,
  providerFails,
  crashes,
  crashes,
  crashes,
]

const inClinic = [
  ...Array.from({ length: 5 }, () => changesPlan(clinicPlans)),
  buysEncounters,
  buysEncounters,
  buysEncounters,
  paysBasket,
  usesEncounters,
  usesEncounters,
  changesLicences,
  changesLicences,
  usesService,
  usesService,
  usesService,
  ...anywhere,
]

const inShop = [...Array.from({ length: 5 }, () => changesPlan(shopPlans)), ...anywhere]

/** A customer's start, and the steps that follow. */
export const lives = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(begins('waizant', clinicPlans), fc.commands(inClinic, many)) },
  { weight: 1, arbitrary: fc.tuple(begins('erp', shopPlans), fc.commands(inShop, many)) },
)

const dayMs = 24 * 60 * 60 * 1000

/** Runs a life in a town and checks all invariants; then the customer leaves, so that others may follow. */
export const live = async (town: Town, begin: Begin, steps: Iterable<Step>): Promise<void> => {
  const { day, hurries, ...wanted } = begin
  await town.advanceTo(nextMonth(town.clock.now(), day))
  const customer = await newCustomer(town, wanted)
  const promised = nothingYet(hurries)
  const life: Life = { town, customer, currency: wanted.catalogue === 'erp' ? 'mxn' : 'usd' }
  try {
    await fc.asyncModelRun(() => ({ model: promised, real: life }), steps)
    await calm(town)
    // Longer than a bank's question stays open, and than any message is late.
    await pass(promised, life, town.clock.now().getTime() + 1.1 * dayMs)
    await allIsWell(promised, life)
    await goes(life)
    await allIsWell(promised, life)
  } finally {
    await calm(town)
    await goes(life)
  }
}

const nextMonth = (now: Date, day: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) + Math.round(day * dayMs))

/** Switches all faults off. */
const calm = async (town: Town) => {
  town.spareAll()
  const webhooks = { drop: false, duplicate: false, reorder: false, delayMs: 0 }
  town.stripe.faults({ webhooks, api: { failNext: [] } })
  await town.settled()
}

/** Ends the subscription, so that the town's clock stops at this customer's renewals no more. */
const goes = async ({ town, customer }: Life) => {
  const { data } = await town.sdk.subscriptions.list({ customer: customer.provider })
  for (const { id } of data) await end(town.sdk, id)
  await town.settled()
}
