import type { ClassAttributes, HTMLAttributes } from 'preact'
import type { WaizantElements, WaizantTag } from '../elements.js'

type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void }

/** What Preact accepts on an element: its properties, `onwaizant-…` handlers, `ref`. */
export type WaizantProps<Tag extends WaizantTag> = Omit<
  HTMLAttributes<WaizantElements[Tag]['element']>,
  keyof WaizantElements[Tag]['properties']
> &
  ClassAttributes<WaizantElements[Tag]['element']> &
  WaizantElements[Tag]['properties'] &
  WaizantElements[Tag]['attributes'] &
  Handlers<WaizantElements[Tag]['events']>

type Tags = { [Tag in WaizantTag]: WaizantProps<Tag> }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
