import { translated } from '../../words/translated.ts'

export const versionWords = translated(
  {
    version: 'Versión',
    script: 'Script',
    integrity: '`integrity`',
    notBuilt: 'Los widgets todavía no se han construido en este servidor.',
  },
  {
    version: 'Version',
    script: 'Script',
    integrity: '`integrity`',
    notBuilt: 'The widgets are not built on this server yet.',
  },
)
