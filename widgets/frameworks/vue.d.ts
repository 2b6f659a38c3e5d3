import type { HTMLAttributes, PublicProps } from 'vue'
import type { WaizantElements, WaizantTag } from '../elements.js'

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name
type Handlers<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: (event: Events[Name]) => void
}

/** What a Vue template accepts on an element: its properties, `@waizant-…` handlers, `ref`. */
export type WaizantProps<Tag extends WaizantTag> = Omit<
  HTMLAttributes,
  keyof WaizantElements[Tag]['properties']
> &
  PublicProps &
  WaizantElements[Tag]['properties'] &
  WaizantElements[Tag]['attributes'] &
  Handlers<WaizantElements[Tag]['events']>

type Tags = { [Tag in WaizantTag]: new () => WaizantElements[Tag]['element'] & { $props: WaizantProps<Tag> } }

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
