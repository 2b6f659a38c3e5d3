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

/** The dependencies of all actions. Created once at startup, and passed to every action. */
export interface Deps {
  db: Db
  /** The registry of ecosystems and their users. */
  core: Db
  /** Whether the disk accepts writes. */
  storage: Storage
  tickets: Tickets
  payments: Payments
  /** The environments that catalogues are sold in, with the provider of each. */
  environments: Environments
  jobs: Jobs
  scheduler: Scheduler
  /** From the store to the ecosystems' own databases. */
  subscriptionQueue: SubscriptionQueue
  mail: Mail
  /** Creates groups and users at the identity provider. */
  directory: Directory
  verifyToken: VerifyToken
  clock: Clock
  log: Logger
  settings: Settings
  /** Whether requests are served already: not while a demonstration's history is being replayed. */
  starting: { isOver: boolean }
}

export interface Settings {
  /** This server's public address, without a slash at the end. */
  publicUrl: string
  /** The address where an ecosystem's people see and change what they pay. */
  manageUrl(ecosystem: string, locale: Locale): string
  /** The address of a catalogue's public plans page; null: it has no page here. */
  plansUrl(catalogue: string, locale: Locale): string | null
  /** Whether an origin may embed customer elements and be a return address. */
  isAllowedOrigin(origin: string): boolean
  rateLimitPerMinute: number
  trustProxy: boolean
  /** Who may read the metrics: callers with the token; without a token, all callers or none. */
  metrics: { token: string | null; open: boolean }
  /** Where the site's pages send visits and key events; without it they send none. */
  analyticsUrl: string | null
  /** Where security researchers write, if not to the contact page. */
  securityContact: string | null
  /** The configuration that pages receive. */
  config: Config
}
