import { nothing } from 'lit'
import type { PlanSettings } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import type { RemoteStore } from '../../../stores/resource.ts'
import { plansPath } from '../data/paths.ts'
import { OfficePage } from '../office-element.ts'
import { nameIn } from '../views/names.ts'

/**
 * A page about one plan.
 *
 * @csspart trail - the way back
 */
export abstract class PlanPage extends OfficePage {
  catalogue = ''
  plan = ''

  /** The plans of the catalogue, and what its versions may have. */
  get $settings(): RemoteStore<PlanSettings> {
    return this.office.resources.at<PlanSettings>(plansPath(this.catalogue))
  }

  get planName(): string {
    return nameIn(this.stores.read(this.$settings).value?.plans, this.plan, this.language)
  }

  /** The breadcrumb: to the plans, and from a version to its plan. */
  protected trail(): unknown {
    const { words, office, route } = this
    return html`
      <nav part="trail" aria-label=${words.trail}>
        <button part="link" type="button" @click=${() => office.go({ plan: undefined, version: undefined })}>${words.views.plans}</button>
        ${route.version === undefined ? nothing : html`<button part="link" type="button" @click=${() => office.go({ version: undefined })}>${this.planName}</button>`}
      </nav>
    `
  }
}
