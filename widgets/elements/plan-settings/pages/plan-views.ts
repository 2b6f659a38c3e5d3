import type {
  PlanSettings,
  PlanSummary,
  PricingRow,
  VersionList,
  VersionSummary,
} from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { localDayText } from '../editor/dates.ts'
import { textIn } from '../editor/editor-context.ts'
import { table } from './table.ts'
import { statusView } from './version-view.ts'

export interface PlansLook {
  words: OfficeWords
  language: string
  open: (plan: string, version?: number) => void
}

/** The prices of a version, by currency. */
export const pricesView = (pricing: readonly PricingRow[], words: OfficeWords) => {
  const priced = pricing.filter(({ month, year }) => month ?? year)
  return priced.length
    ? html`<ul part="prices">
        ${priced.map(
          ({ currency, month, year, discountPercent }) => html`
          <li>
            ${[month, year].some((price) => price?.text?.includes(currency)) ? '' : html`<span part="quiet">${currency}</span>`}
            <span part="amount">${month?.text ?? words.nothing} <span part="quiet">/ ${words.monthShort}</span></span>
            <span part="amount">${year?.text ?? words.nothing} <span part="quiet">/ ${words.yearShort}</span></span>
            ${discountPercent ? html`<span part="quiet">−${discountPercent} %</span>` : ''}
          </li>
        `,
        )}
      </ul>`
    : html`<span part="quiet">${words.noPrice}</span>`
}

const planName = (plan: PlanSummary, { language, words }: PlansLook) => html`
  <span part="name">${textIn(plan.name, language)}</span>
  <small part="quiet">${plan.id}${plan.hidden ? ` · ${words.hidden}` : ''}${plan.contactSales ? ` · ${words.contactSales}` : ''}</small>
`

/**
 * The plans of a catalogue, each with its version on sale.
 *
 * @csspart name - the name of a plan
 * @csspart prices - what it costs
 * @csspart amount - one price
 * @csspart link - a button that reads like a link
 */
export const plansView = ({ plans }: PlanSettings, look: PlansLook): unknown => {
  const { words, open } = look
  if (!plans.length) return html`<p part="empty">${words.noPlans}</p>`
  return table(
    words.views.plans,
    [
      { title: words.plan },
      { title: words.lastPublished },
      { title: words.prices },
      { title: words.features, isNumber: true },
      { title: words.subscribersTitle, isNumber: true },
      { title: words.actionsTitle },
    ],
    plans.map((plan) => [
      planName(plan, look),
      plan.version
        ? html`<button part="link" type="button" @click=${() => open(plan.id, plan.version!.number)}>${words.version(plan.version.number)}</button> ${statusView(plan.version.status, words)}`
        : html`<span part="quiet">${words.neverPublished}</span>`,
      plan.version ? pricesView(plan.version.pricing, words) : words.nothing,
      plan.version?.features ?? words.nothing,
      plan.subscribers,
      html`<button part="action" type="button" @click=${() => open(plan.id)}>${words.versionsOf(plan.versions)}<span part="unseen">: ${textIn(plan.name, look.language)}</span></button>`,
    ]),
  )
}

const versionRow = (
  version: VersionSummary,
  plan: string,
  { words, language, open, isUnsaved }: VersionsLook,
) => [
  html`<button part="link" type="button" @click=${() => open(plan, version.number)}>${words.version(version.number)}</button>`,
  html`${statusView(version.status, words)} ${version.sold ? html`<small part="quiet">${words.soldShort}</small>` : ''}
    ${isUnsaved(version.number) ? html`<small part="missing">${words.unsaved}</small>` : ''}`,
  words.period(
    localDayText(version.startsAt, language),
    version.endsAt && localDayText(version.endsAt, language),
  ),
  pricesView(version.pricing, words),
  version.features,
  version.subscribers,
]

export interface VersionsLook extends PlansLook {
  /** It has unsaved changes. */
  isUnsaved: (version: number) => boolean
}

/** The versions of a plan, newest first. */
export const versionsView = ({ versions, plan }: VersionList, look: VersionsLook): unknown => {
  const { words } = look
  if (!versions.length) return html`<p part="empty">${words.noVersions}</p>`
  return table(
    words.versionsTitle,
    [
      { title: words.versionTitle },
      { title: words.status },
      { title: words.dates },
      { title: words.prices },
      { title: words.features, isNumber: true },
      { title: words.subscribersTitle, isNumber: true },
    ],
    versions.map((version) => versionRow(version, plan, look)),
  )
}
