import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * Parts of nanostores for batches, computed stores, mounting and `subscribe`: the elements only listen. By exact text:
 * when a release of nanostores lacks one of these texts, the build fails and a developer has to look.
 */
const needless: [part: string, instead: string][] = [
  ['(globalThis.nanostoresGlobal ||= { epoch: 0 })', '{}'],
  ['      nanostoresGlobal.epoch++\n', ''],
  [
    `    let pendingStores = batchSeen?.get(listenerQueue[i])
    if (pendingStores) {
      // An earlier call of this listener already covered this store
      if (!pendingStores.has(listenerQueue[i + 1])) continue
      // This call covers every store changed so far.
      // A store changed after it queues the listener again.
      pendingStores.clear()
    }
`,
    '',
  ],
  ['!listenerQueue.length && !batchSeen', '!listenerQueue.length'],
  [
    `    get() {
      if (!$atom.lc) {
        $atom.listen(() => {})()
      }
      return $atom.value
    },
    init: initialValue,
`,
    '    get() { return $atom.value },\n',
  ],
  ['if (!--$atom.lc) $atom.off()', '$atom.lc--'],
  ['    off() {},\n', ''],
  [
    `    subscribe(listener) {
      let unbind = $atom.listen(listener)
      listener($atom.value)
      return unbind
    },
`,
    '',
  ],
]

const without = (code: string, path: string) =>
  needless.reduce((rest, [part, instead]) => {
    if (!rest.includes(part)) throw new Error(`${path} has changed: it no longer holds ${part}`)
    return rest.replace(part, () => instead)
  }, code)

/** nanostores' atom, the only kind of store in use, without the code for the others. */
export const leanNanostores: Plugin = {
  name: 'lean-nanostores',
  setup(build) {
    build.onLoad({ filter: /\/nanostores\/atom\/index\.js$/ }, async ({ path }) => ({
      contents: without(await readFile(path, 'utf8'), path),
      loader: 'js',
    }))
  },
}
