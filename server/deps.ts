import type { Logger } from 'pino'
import type { Config } from '#contract/config'
import type { Locale } from '#contract/locale'
import type { Clock } from './base/clock.ts'
import type { Storage } from './db/connection/availability.ts'
import type { Db } from './db/connection/open.ts'
import type { Tickets } from './db/tickets/tickets.ts'
import type { Directory } from './identity/directory.ts'
import type { VerifyToken } from './identity/token.ts'
import type { Mail } from './mail/mail.ts'
import type { Jobs } from './messaging/jobs.ts'
import type { Scheduler } from './messaging/scheduler.ts'
import type { SubscriptionQueue } from './messaging/subscription-queue.ts'
import type { Environments } from './payments/catalogue-port.ts'
import type { Payments } from './payments/port.ts'

/** What actions work with. Made once at the start; passed to every action. */
export interface Deps {
  db: Db
  /** The registry of ecosystems and their users. */
  core: Db
  /** Whether what is written is kept. */
  storage: Storage
  tickets: Tickets
  payments: Payments
  /** Where catalogues are sold from, and what each is told. */
  environments: Environments
  jobs: Jobs
  scheduler: Scheduler
  /** From the store to the ecosystems' own databases. */
  subscriptionQueue: SubscriptionQueue
  mail: Mail
  /** Makes groups and users at the identity provider. */
  directory: Directory
  verifyToken: VerifyToken
  clock: Clock
  log: Logger
  settings: Settings
  /** Whether people are served already: not while a demonstration's past is being played. */
  starting: { isOver: boolean }
}

export interface Settings {
  /** Where people reach this server, without a slash at the end. */
  publicUrl: string
  /** Where an ecosystem's people see and change what they pay. */
  manageUrl(ecosystem: string, locale: Locale): string
  /** Where a catalogue's plans are shown to anybody; null: it has no page here. */
  plansUrl(catalogue: string, locale: Locale): string | null
  /** Whether an origin may embed customer elements and be returned to. */
  isAllowedOrigin(origin: string): boolean
  rateLimitPerMinute: number
  trustProxy: boolean
  /** Who may read the metrics: whoever brings the token; without one everybody or nobody. */
  metrics: { token: string | null; open: boolean }
  /** Where the site's pages tell of visits and key events; without it nowhere. */
  analyticsUrl: string | null
  /** Where somebody who found a flaw writes, if not on the contact page. */
  securityContact: string | null
  /** What pages are told. */
  config: Config
}
