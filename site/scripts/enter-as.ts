/** Connects the page's elements to the customer that the visitor entered as, in the same way as a host app. */
const entered = document.querySelector<HTMLElement>('#signed-in')
const { ecosystem, token } = entered?.dataset ?? {}
// Loads the server's bundle from the address that other sites embed: the site must not bundle a second copy.
const widgets = '/widgets/waizant.js'

if (ecosystem && token) {
  const { connect } = await import(/* @vite-ignore */ widgets)
  await connect({ ecosystem, getToken: () => token })
}

export {}
