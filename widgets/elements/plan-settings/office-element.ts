import { type Context, ContextConsumer } from '@lit/context'
import { LitElement } from 'lit'
import type { ApiError } from '../../api/answer.ts'
import type { OfficeWords } from '../../i18n/es-mx/office.ts'
import { StoreReader } from '../../stores/store-reader.ts'
import { type Office, officeContext, routeContext, textsContext } from './contexts.ts'
import type { Route } from './route.ts'
import { problemView } from './views/problem.ts'

/**
 * A piece of the back office. It renders into the shadow root of `<waizant-plan-settings>` and has no box of its own:
 * styles, parts and layout are those of the element on the page.
 */
export abstract class OfficeElement extends LitElement {
  readonly stores = new StoreReader(this)
  readonly #texts = this.consumes(textsContext)
  readonly #route = this.consumes(routeContext)
  readonly #office = this.consumes(officeContext)

  protected consumes<T>(context: Context<unknown, T>) {
    return new ContextConsumer(this, { context, subscribe: true })
  }

  get words(): OfficeWords {
    return this.#texts.value!.words
  }

  get language(): string {
    return this.#texts.value!.language
  }

  get route(): Route {
    return this.#route.value!
  }

  get office(): Office {
    return this.#office.value!
  }

  protected problem(error: ApiError | undefined, again?: () => unknown): unknown {
    return problemView(error, this.office.host.words, again)
  }

  protected override createRenderRoot(): this {
    this.style.display = 'contents'
    return this
  }
}

/** A piece that fills the room of the back office; the person arrives at its title. */
export abstract class OfficePage extends OfficeElement {
  /** It keeps something for the next visit. */
  get keeps(): boolean {
    return false
  }

  /** A reload would lose unsaved work. */
  get isAtRisk(): boolean {
    return false
  }

  protected override updated(): void {
    this.office.greet(this.querySelector('h2'))
  }
}
