import { isServer, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit'
import { $connection } from './stores/connection.ts'
import { StoreReader } from './stores/store-reader.ts'
import { $words, type Area, type Areas, languageOf, loadWords, wordsOf } from './words/index.ts'
import { localeOf, serverLanguageOf } from './words/locale-of.ts'

/**
 * What every Waizant element is: it knows its server, its language and its theme, and shows itself once it has words.
 *
 * @attr api - where the billing server is; the script tag knows its own
 * @attr locale - `es-MX` or `en`; else the page's `lang`
 * @attr theme - `light`, `dark` or `auto`; else the page's `color-scheme`
 */
export abstract class WaizantElement<A extends Area = Area> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: { reflect: true },
    locale: { reflect: true },
    theme: { reflect: true },
  }

  declare api: string | undefined
  declare locale: string | undefined
  declare theme: 'light' | 'dark' | 'auto' | undefined

  abstract readonly area: A
  readonly stores = new StoreReader(this)

  get server(): string {
    return this.api ?? this.stores.read($connection).api
  }

  get language(): string {
    const { locale } = this.stores.read($connection)
    return languageOf(this.locale || (isServer ? 'es-MX' : localeOf(this, locale)))
  }

  get serverLanguage(): 'es-MX' | 'en' {
    return serverLanguageOf(this.language)
  }

  get words(): Areas[A] {
    this.stores.read($words)
    return wordsOf(this.area, this.language)!
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!wordsOf(this.area, this.language)) await loadWords(this.area, this.language)
    super.scheduleUpdate()
  }

  /** Server-rendered markup of another release does not hydrate: it is replaced, never left half alive. */
  protected override update(changed: PropertyValues<this>): void {
    const hydrating = !this.hasUpdated && this.shadowRoot?.firstChild
    try {
      super.update(changed)
    } catch (thrown) {
      if (!hydrating) throw thrown
      for (const child of [...this.renderRoot.childNodes]) if (child.nodeName !== 'STYLE') child.remove()
      super.update(changed)
    }
  }
}
