/** A plan version was created, saved, published, switched or deleted. */
export class WaizantVersionChangedEvent extends Event {
  readonly change: Readonly<{
    catalogue: string
    plan: string
    version: number
    action: 'create' | 'save' | 'publish' | 'unpublish' | 'activate' | 'deactivate' | 'delete'
  }>

  constructor(change: WaizantVersionChangedEvent['change']) {
    super('waizant-version-changed', { bubbles: true, composed: true })
    this.change = change
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'waizant-version-changed': WaizantVersionChangedEvent
  }
}
