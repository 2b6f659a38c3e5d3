import type { AstroIntegration } from 'astro'
import { tokensCss } from '../../widgets/styles/tokens.ts'

const tokensId = 'virtual:waizant-tokens.css'

/** Lets Astro render Waizant elements on the server, and gives the pages the elements' own tokens. */
export default (): AstroIntegration => ({
  name: 'waizant',
  hooks: {
    'astro:config:setup': ({ addRenderer, updateConfig }) => {
      addRenderer({ name: 'waizant', serverEntrypoint: new URL('./renderer.ts', import.meta.url) })
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'waizant-tokens',
              resolveId: (id: string) => (id === tokensId ? `\0${tokensId}` : null),
              load: (id: string) => (id === `\0${tokensId}` ? tokensCss() : null),
            },
          ],
        },
      })
    },
  },
})
