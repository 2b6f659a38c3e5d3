import type { Locale } from '#contract/locale'
import type { PlanChangeQuote, PlanSide, QuoteLine } from '#contract/plan-change'
import { planChangeWords } from '../../words/plan-change.ts'
import { problemText } from '../../words/problems.ts'
import { parsePriceKey } from '../catalogue/prices.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { formatMoney } from '../money/format.ts'
import type { AmountLine } from './amounts.ts'
import { comparePlans } from './compare-plans.ts'
import { type EncounterEffect, encounterRemarks, encountersOf } from './encounter-remarks.ts'
import type { PlanSelection, PricedChange } from './priced-change.ts'

interface Reader {
  locale: Locale
  timeZone: string
  /** null: they do not change today. */
  encounters: EncounterEffect | null
}

/** A priced change as an answer for its customer. */
export const planChangeQuote = (
  id: string,
  change: PricedChange,
  offer: CatalogueSnapshot,
  { locale, timeZone, encounters }: Reader,
): PlanChangeQuote => {
  const { amounts, currency, from, to, shape } = change
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const plans = [from.plan, to.plan, ...offer.plans]
  const line = (one: AmountLine): QuoteLine => ({
    description: describeLine(one, plans, locale),
    amount: money(one.amount),
    kind: one.kind,
    period: one.period,
  })
  const side = ({ plan, interval, price, seats }: PlanSelection): PlanSide => ({
    plan: plan.id,
    planName: plan.name[locale],
    planVersion: plan.version,
    interval,
    price: money(price),
    licences: seats,
  })
  const compared = comparePlans(offer, from.plan, to.plan, locale)
  const remarks = encounterRemarks(encounters, locale, timeZone)
  return {
    quoteId: id,
    timeZone,
    expiresAt: change.expiresAt.toISOString(),
    from: side(from),
    to: side(to),
    effect: shape.now ? 'now' : 'period-end',
    effectiveAt: (shape.now ? change.at : change.period.end).toISOString(),
    period: { start: change.period.start.toISOString(), end: change.period.end.toISOString() },
    lines: amounts.lines.map(line),
    outstanding: money(amounts.outstanding),
    outstandingLines: amounts.outstandingLines.map(line),
    subtotal: money(amounts.subtotal),
    tax: money(amounts.tax),
    total: money(amounts.total),
    balanceBefore: money(amounts.balanceBefore),
    balanceUsed: money(amounts.balanceUsed),
    dueNow: money(amounts.dueNow),
    balanceAfter: money(amounts.balanceAfter),
    nextInvoice: { date: change.nextAt.toISOString(), amount: money(amounts.nextAmount) },
    gains: [...compared.gains, ...remarks.gains],
    losses: [...compared.losses, ...remarks.losses],
    keeps: remarks.keeps,
    ...encountersOf(encounters),
    blockers: change.blockers.map(({ code, facts }) => ({
      code,
      text: problemText(code, { ...facts, plan: to.plan.name[locale] }, locale),
    })),
  }
}

/** Our own text where we know what was sold, else the provider's. */
export const describeLine = (line: AmountLine, plans: PlanVersionSnapshot[], locale: Locale): string => {
  const words = planChangeWords[locale]
  const { of } = line
  if (!of) return line.description
  if ('debt' in of) return words.debt
  if ('discount' in of) return words.discount
  if ('tax' in of) return words.tax
  if ('invoice' in of) return words.invoice(of.invoice)
  if ('service' in of) return words.service(line.quantity, serviceName(of.service, plans, locale))
  const { versionId, parameter } = parsePriceKey(of.price)
  const plan = plans.find((one) => one.versionId === versionId)
  if (!plan) return line.description
  const what = parameter ? words.licences(line.quantity, plan.name[locale]) : plan.name[locale]
  if (line.amount < 0) return words.credit(what)
  return line.prorated ? words.charge(what) : words.fresh(what)
}

const serviceName = (id: string, plans: PlanVersionSnapshot[], locale: Locale) =>
  plans.flatMap(({ services }) => services).find((service) => service.id === id)?.name[locale] ?? id
