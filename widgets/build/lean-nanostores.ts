import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * What a store carries for batches, for computed stores, for mounting and for `subscribe`: the elements only listen. To the letter: a
 * release of nanostores in which one is missing fails the build, so that somebody looks.
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

/** The one kind of store that the elements use, without what they don't. */
export const leanNanostores: Plugin = {
  name: 'lean-nanostores',
  setup(build) {
    build.onLoad({ filter: /\/nanostores\/atom\/index\.js$/ }, async ({ path }) => ({
      contents: without(await readFile(path, 'utf8'), path),
      loader: 'js',
    }))
  },
}
