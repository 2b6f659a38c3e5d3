/** The person went to another part of the back office: a page may keep it in its address. */
export class WaizantPlaceChangedEvent extends Event {
  readonly place: Readonly<{
    view: string
    catalogue: string | undefined
    plan: string | undefined
    version: number | undefined
    tab: string
  }>

  constructor(place: WaizantPlaceChangedEvent['place']) {
    super('waizant-place-changed', { bubbles: true, composed: true })
    this.place = place
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-place-changed': WaizantPlaceChangedEvent
  }
}
