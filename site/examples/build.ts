/**
 * The same small page in each framework's usual style, built against the npm package as published: `dist/examples/`.
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { compileScript, parse } from 'vue/compiler-sfc'

const here = import.meta.dirname

/** A framework's page: its display name, its entry, and the element that it fills. */
const pages = {
  react: { name: 'React', entry: 'react/main.tsx', root: '<div id="app"></div>' },
  vue: { name: 'Vue', entry: 'vue/main.ts', root: '<main id="app"></main>' },
  svelte: { name: 'Svelte', entry: 'svelte/main.ts', root: '<main id="app"></main>' },
  angular: { name: 'Angular', entry: 'angular/main.ts', root: '<main><app-root></app-root></main>' },
} as const

/** Compiles a `.vue` file as Vue's own tools do; `waizant-…` is a custom element and no component. */
const vue: Plugin = {
  name: 'vue',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path })
      const isCustomElement = (tag: string) => tag.startsWith('waizant-')
      const { content } = compileScript(descriptor, {
        id: basename(path),
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      })
      return { contents: content, loader: 'ts' }
    })
  },
}

const svelte: Plugin = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, 'utf8'), { filename: path, generate: 'client' })
      return { contents: js.code }
    })
  },
}

const html = (name: string, root: string) => `<!doctype html>
<html lang="es-MX">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Waizant en ${name}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="../page.css" />
    <script type="module" src="main.js"></script>
  </head>
  <body>${root}</body>
</html>
`

const index = () => {
  const all = { plain: { name: 'HTML' }, ...pages }
  const links = Object.entries(all).map(
    ([path, { name }]) =>
      `<li><h2>${name}</h2><a href="${path}/">Ver y comprar planes</a> <a href="${path}/?as=clinica-horizonte">Entrar como Clínica Horizonte</a></li>`,
  )
  const lead =
    '<p>La misma página pequeña, como la escribe la gente de cada framework. Su código se explica en <a href="/docs/frameworks">la guía</a> y está en <code>site/examples/</code>.</p><p lang="en">One small page, as the people of each framework write it. <a href="/en/docs/frameworks">The guide</a> explains the code in <code>site/examples/</code>.</p>'
  return html(
    'cualquier página',
    `<main><h1>Ejemplos</h1>${lead}<ul class="list">${links.join('')}</ul></main>`,
  )
    .replace('../page.css', 'page.css')
    .replace('    <script type="module" src="main.js"></script>\n', '')
}

const bundlePages = (outdir: string) =>
  build({
    absWorkingDir: join(here, '../..'),
    entryPoints: {
      customer: join(here, 'customer.ts'),
      ...Object.fromEntries(
        Object.entries(pages).map(([path, { entry }]) => [`${path}/main`, join(here, entry)]),
      ),
    },
    outdir,
    bundle: true,
    format: 'esm',
    minify: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    legalComments: 'none',
    logLevel: 'error',
    conditions: ['production', 'browser'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ngDevMode: 'false',
      ngServerMode: 'false',
    },
    tsconfigRaw: {
      // Angular's compiler reads the older decorators at run time.
      compilerOptions: { jsx: 'react-jsx', experimentalDecorators: true, useDefineForClassFields: true },
    },
    plugins: [vue, svelte],
  })

/** Bundles every page into `outdir` and copies the plain one; the previous files are replaced in one step. */
export const buildExamples = async (outdir = join(here, '../../dist/examples')): Promise<void> => {
  const fresh = `${outdir}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await bundlePages(fresh)
  await cp(join(here, 'plain'), join(fresh, 'plain'), { recursive: true })
  await cp(join(here, 'page.css'), join(fresh, 'page.css'))
  await writeFile(join(fresh, 'index.html'), index())
  for (const [path, { name, root }] of Object.entries(pages))
    await writeFile(join(fresh, path, 'index.html'), html(name, root))
  await rm(outdir, { recursive: true, force: true })
  await rename(fresh, outdir)
}
