export interface PlanRef {
  catalogue: string
  plan: string
}

export interface VersionRef extends PlanRef {
  number: number
}

export const plansPath = (catalogue: string): string => `catalogues/${catalogue}/plans`

export const syncPath = (catalogue: string): string => `catalogues/${catalogue}/sync`

export const versionsPath = ({ catalogue, plan }: PlanRef): string =>
  `${plansPath(catalogue)}/${plan}/versions`

export const versionPath = (ref: VersionRef): string => `${versionsPath(ref)}/${ref.number}`
