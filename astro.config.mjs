import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
import { guidePlugin } from './site/guide/build/plugin.ts'
import lit from './site/ssr/integration.ts'

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  cacheDir: './node_modules/.astro',
  output: 'server',
  // A form is small; nobody may send more.
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024 }),
  integrations: [lit()],
  trailingSlash: 'ignore',
  // The pages keep no state of a visitor, and their forms use no ambient authority to forge.
  session: false,
  security: { checkOrigin: false },
  // Styles and scripts are files: the content security policy allows nothing inline.
  build: { inlineStylesheets: 'never' },
  scopedStyleStrategy: 'where',
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [guidePlugin()],
    // In development the pages' reload channel has its own port: the site has none.
    server: { ws: { port: Number(process.env.PORT ?? 4321) + 10_000 } },
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      // The server has words at once that a browser asks for: nobody who builds has to know.
      rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
    },
  },
})
