import type { Locale } from '#contract/locale'
import type { Saving } from '../billing/plan-changes/recommend.ts'

/** The facts of a recommendation's reason; amounts are formatted already. */
export interface RecommendationFacts {
  plan: string
  users: number
  /** The ecosystem's seats. */
  seats: number | null
  /** The recommended plan's seats; null: unlimited. */
  seatsThere: number | null
  /** More can be bought without changing the plan. */
  sellsSeats: boolean
  isCurrent: boolean
  isSmaller: boolean
  /** Per month. */
  cost: string | null
  saving: (Omit<Saving, 'amount'> & { amount: string }) | null
}

type Reason = (facts: RecommendationFacts) => string

interface RecommendationWords {
  fits: Reason
  cheaper: Reason
  'limit-near': Reason
  'limit-reached': Reason
}

const spanishLimit: Reason = ({ plan, users, seats, seatsThere, sellsSeats, isCurrent }) => {
  const used = `Usas ${users} de ${seats} ${sellsSeats ? 'licencias' : 'usuarios'}`
  if (isCurrent) return sellsSeats ? `${used}: agrega las que necesites.` : `${used}: escríbenos y lo vemos.`
  return seatsThere === null
    ? `${used}: ${plan} no tiene límite.`
    : `${used}: en ${plan} caben ${seatsThere}.`
}

const englishLimit: Reason = ({ plan, users, seats, seatsThere, sellsSeats, isCurrent }) => {
  const used = `You use ${users} of ${seats} ${sellsSeats ? 'licences' : 'users'}`
  if (isCurrent)
    return sellsSeats ? `${used}: add as many as you need.` : `${used}: write to us and we will help.`
  return seatsThere === null ? `${used}: ${plan} has no limit.` : `${used}: ${plan} holds ${seatsThere}.`
}

/** Why a plan is recommended, with the numbers behind it. */
export const recommendationWords: Record<Locale, RecommendationWords> = {
  'es-MX': {
    fits: ({ plan, isCurrent, cost }) => {
      if (isCurrent) return 'Tu plan es el que mejor va con tu uso.'
      return cost ? `Con tu uso te basta ${plan}: ${cost} al mes.` : `Para tu uso te conviene ${plan}.`
    },
    cheaper: ({ plan, saving, users, isSmaller }) => {
      const { amount, interval, byUsage } = saving!
      const period = interval === 'year' ? 'año' : 'mes'
      const less = `Con ${plan} pagarías ${amount} menos al ${period}${byUsage ? ' con tu uso' : ''}.`
      if (!isSmaller) return less
      const fit = users === 1 ? 'Tu usuario cabe' : `Tus ${users} usuarios caben`
      return `${less} ${fit} con holgura; antes de cambiar revisa qué funciones no incluye.`
    },
    'limit-near': spanishLimit,
    'limit-reached': spanishLimit,
  },
  en: {
    fits: ({ plan, isCurrent, cost }) => {
      if (isCurrent) return 'Your plan is the one that fits your usage best.'
      return cost ? `${plan} is enough for your usage: ${cost} a month.` : `${plan} suits your usage.`
    },
    cheaper: ({ plan, saving, users, isSmaller }) => {
      const { amount, interval, byUsage } = saving!
      const less = `With ${plan} you would pay ${amount} less a ${interval}${byUsage ? ' for your usage' : ''}.`
      if (!isSmaller) return less
      const fit = users === 1 ? 'Your user fits' : `Your ${users} users fit`
      return `${less} ${fit} comfortably; before you change, check which features it leaves out.`
    },
    'limit-near': englishLimit,
    'limit-reached': englishLimit,
  },
}
