export interface VersionRef {
  catalogue: string
  plan: string
  number: number
}

export const versionsPath = ({ catalogue, plan }: Omit<VersionRef, 'number'>): string =>
  `catalogues/${catalogue}/plans/${plan}/versions`

export const versionPath = (ref: VersionRef): string => `${versionsPath(ref)}/${ref.number}`
