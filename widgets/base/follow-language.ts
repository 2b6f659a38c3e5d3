import type { ReactiveController } from 'lit'
import type { WaizantElement } from './element.ts'

/** Keeps an element in the language of the one that made it: the page's language may change while both are there. */
export const followLanguage = (made: WaizantElement, maker: WaizantElement): void => {
  made.locale = maker.language
  const following: ReactiveController = {
    hostUpdated() {
      if (made.isConnected) made.locale = maker.language
      else maker.removeController(following)
    },
  }
  maker.addController(following)
}
