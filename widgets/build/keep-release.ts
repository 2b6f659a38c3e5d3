/** `npm version minor` runs this before it commits: the files of the new version are kept with it. */
import { bundleWidgets } from '../../bundle.config.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { keepRelease } from './releases.ts'

console.log(`kept in ${await keepRelease(packageJson.version, bundleWidgets)}`)
