/** `npm version minor` runs this before its commit, so that the files of the new version are committed with it. */

import packageJson from '../../package.json' with { type: 'json' }
import { bundleWidgets } from './bundle.ts'
import { keepRelease } from './releases.ts'

console.log(`kept in ${await keepRelease(packageJson.version, bundleWidgets)}`)
