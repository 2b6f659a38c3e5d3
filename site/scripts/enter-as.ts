/** Connects the page's elements to the customer that the visitor entered as, the way a host app does. */
const entered = document.querySelector<HTMLElement>('#signed-in')
const { ecosystem, token } = entered?.dataset ?? {}
// The server's own bundle, by the address that other sites embed: the site must not bundle a second one.
const widgets = '/widgets/waizant.js'

if (ecosystem && token) {
  const { connect } = await import(/* @vite-ignore */ widgets)
  await connect({ ecosystem, getToken: () => token })
}

export {}
