/** The person went to another part of the back office: a page may keep it in its address. */
export class WaizantRouteChangeEvent extends Event {
  readonly route: Readonly<{
    view: string
    catalogue: string | undefined
    plan: string | undefined
    version: number | undefined
    tab: string
  }>

  constructor(route: WaizantRouteChangeEvent['route']) {
    super('waizant-route-change', { bubbles: true, composed: true })
    this.route = route
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-route-change': WaizantRouteChangeEvent
  }
}
