import { buildSync } from 'esbuild'

let built: string | null = null

/** The browser script, bundled at the first request. */
export const stripeJs = (): string => {
  built ??= buildSync({
    entryPoints: [new URL('./browser/index.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minifySyntax: true,
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]!.text
  return built
}
