import type { PlanSettings, PlanVersion, VersionList } from '#contract/plan-settings'
import { WaizantVersionChangedEvent } from '../../../events/version-changed.ts'
import { ask } from '../data/ask.ts'
import { type PlanRef, plansPath, versionsPath } from '../data/paths.ts'
import type { OfficeElement } from '../office-element.ts'
import { nameIn } from '../views/names.ts'

interface About extends PlanRef {
  opener: Element
  /** The version to copy; else the one on sale. */
  from?: number
  /** Called before the new version opens. */
  made?: (version: PlanVersion) => void
}

/** Opens the form that creates a version, and then the version. Rejects with an `ApiError`. */
export const createVersion = async (
  { office, language }: OfficeElement,
  { catalogue, plan, made, ...about }: About,
): Promise<void> => {
  const { host, speaker, resources, go } = office
  const { openNewVersion } = await import('./new-version-dialog.ts')
  const list = await ask<VersionList>(speaker, versionsPath({ catalogue, plan }))
  const { plans } = resources.at<PlanSettings>(plansPath(catalogue)).value?.value ?? {}
  openNewVersion(host.renderRoot as ShadowRoot, {
    ...about,
    speaker,
    list,
    planName: nameIn(plans, plan, language),
    made: (version) => {
      const { number } = version
      host.dispatchEvent(
        new WaizantVersionChangedEvent({ catalogue, plan, version: number, action: 'create' }),
      )
      made?.(version)
      go({ catalogue, plan, version: number })
    },
  })
}
