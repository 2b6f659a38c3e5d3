import '../../chunks/acting.ts'
import { loadWords } from '../../i18n/namespace.ts'
import { officeArea } from '../../i18n/office.ts'
import { actionStyles } from '../../styles/action.ts'
import { WaizantSettingsConflict } from './editor/conflict-choice.ts'
import { WaizantSettingsSaveBar } from './editor/save-bar.ts'
import { WaizantSettingsVersionActions } from './editor/version-actions.ts'
import { WaizantSettingsVersionNotices } from './editor/version-notices.ts'
import { WaizantSettingsOffice } from './office.ts'
import { WaizantSettingsCustomers } from './pages/customers-page.ts'
import { WaizantSettingsEcosystems } from './pages/ecosystems-page.ts'
import { WaizantSettingsLeads } from './pages/leads-page.ts'
import { WaizantSettingsPlans } from './pages/plans-page.ts'
import { WaizantSettingsEnvironment } from './pages/stripe-environment.ts'
import { WaizantSettingsStripe } from './pages/stripe-state.ts'
import { WaizantSettingsVersion } from './pages/version-page.ts'
import { WaizantSettingsVersionTabs } from './pages/version-tabs.ts'
import { WaizantSettingsVersions } from './pages/versions-page.ts'
import { officeStyles } from './styles/office.styles.ts'
import { WaizantSettingsDetails } from './tabs/details-tab.ts'
import { WaizantSettingsFeatures } from './tabs/features-tab.ts'
import { WaizantSettingsHistory } from './tabs/history-tab.ts'
import { WaizantSettingsParameters } from './tabs/parameters-tab.ts'
import { WaizantSettingsPricing } from './tabs/pricing-tab.ts'
import { WaizantSettingsServices } from './tabs/services-tab.ts'

/** The elements that the back office is made of. */
const elements = {
  'waizant-settings-conflict': WaizantSettingsConflict,
  'waizant-settings-customers': WaizantSettingsCustomers,
  'waizant-settings-details': WaizantSettingsDetails,
  'waizant-settings-ecosystems': WaizantSettingsEcosystems,
  'waizant-settings-environment': WaizantSettingsEnvironment,
  'waizant-settings-features': WaizantSettingsFeatures,
  'waizant-settings-history': WaizantSettingsHistory,
  'waizant-settings-leads': WaizantSettingsLeads,
  'waizant-settings-office': WaizantSettingsOffice,
  'waizant-settings-parameters': WaizantSettingsParameters,
  'waizant-settings-plans': WaizantSettingsPlans,
  'waizant-settings-pricing': WaizantSettingsPricing,
  'waizant-settings-save-bar': WaizantSettingsSaveBar,
  'waizant-settings-services': WaizantSettingsServices,
  'waizant-settings-stripe': WaizantSettingsStripe,
  'waizant-settings-version': WaizantSettingsVersion,
  'waizant-settings-version-actions': WaizantSettingsVersionActions,
  'waizant-settings-version-notices': WaizantSettingsVersionNotices,
  'waizant-settings-version-tabs': WaizantSettingsVersionTabs,
  'waizant-settings-versions': WaizantSettingsVersions,
}

/** A second copy of the script on one page leaves the names to the first. */
for (const [name, element] of Object.entries(elements))
  customElements.get(name) ?? customElements.define(name, element)

/** Makes it ready to be shown: its texts are there, and its styles in the shadow root that it renders into. */
export const furnish = async (root: ShadowRoot, language: string): Promise<void> => {
  await loadWords(officeArea, language)
  root.adoptedStyleSheets.push(...[actionStyles, ...officeStyles].map(({ styleSheet }) => styleSheet!))
}

type Elements = { [Name in keyof typeof elements]: InstanceType<(typeof elements)[Name]> }

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}
