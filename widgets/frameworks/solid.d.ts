import type { JSX } from 'solid-js'
import type { WaizantElements, WaizantTag } from '../elements.js'

type Handlers<Events> = { [Name in keyof Events & string as `on:${Name}`]?: (event: Events[Name]) => void }
type Given<Properties> = { [Name in keyof Properties & string as `prop:${Name}`]?: Properties[Name] }

/** What Solid accepts on an element: attributes, `prop:…` for its properties, `on:waizant-…` handlers, `ref`. */
export type WaizantProps<Tag extends WaizantTag> = Omit<
  JSX.HTMLAttributes<WaizantElements[Tag]['element']>,
  keyof WaizantElements[Tag]['properties']
> &
  WaizantElements[Tag]['properties'] &
  WaizantElements[Tag]['attributes'] &
  Given<WaizantElements[Tag]['properties']> &
  Handlers<WaizantElements[Tag]['events']>

type Tags = { [Tag in WaizantTag]: WaizantProps<Tag> }

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
