import type { HTMLAttributes } from 'svelte/elements'
import type { WaizantElements, WaizantTag } from '../elements.js'

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: (event: Events[Name]) => void
}

/** What Svelte accepts on an element: its properties, `onwaizant-…` handlers, `bind:this`. */
export type WaizantProps<Tag extends WaizantTag> = Omit<
  HTMLAttributes<WaizantElements[Tag]['element']>,
  keyof WaizantElements[Tag]['properties']
> &
  WaizantElements[Tag]['properties'] &
  WaizantElements[Tag]['attributes'] &
  Handlers<WaizantElements[Tag]['events']>

type Tags = { [Tag in WaizantTag]: WaizantProps<Tag> }

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
