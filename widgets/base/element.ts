import { isServer, LitElement, nothing, type PropertyDeclarations, render } from 'lit'
import { localeOf, type ServerLanguage, serverLanguageOf } from '../i18n/locale-of.ts'
import { $added, type Area, languageOf, loadWords, wordsOf } from '../i18n/namespace.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import { StoreReader } from '../stores/store-reader.ts'

/**
 * The base of every Waizant element: it finds its server, language and theme, and renders once its words have loaded.
 *
 * @attr api - where the billing server is; the script tag knows its own
 * @attr locale - `es-MX` or `en`; else the page's `lang`
 * @attr theme - `light`, `dark` or `auto`; else the page's `color-scheme`
 */
export abstract class WaizantElement<Words = unknown> extends LitElement {
  static override properties: PropertyDeclarations = {
    api: {},
    locale: {},
    theme: { reflect: true },
  }

  declare api: string | undefined
  declare locale: string | undefined
  declare theme: 'light' | 'dark' | 'auto' | undefined

  abstract readonly area: Area<Words>
  readonly stores = new StoreReader(this)
  #person = personSignal()

  /**
   * Called when another person connects or the current one signs out: drops what the element kept of the previous one.
   */
  protected forget(): void {}

  get server(): string {
    return this.api ?? this.stores.read($connection).api
  }

  get language(): string {
    const { locale } = this.stores.read($connection)
    return languageOf(this.locale || (isServer ? 'es-MX' : localeOf(this, locale)))
  }

  get serverLanguage(): ServerLanguage {
    return serverLanguageOf(this.language)
  }

  get words(): Words {
    this.stores.read($added)
    return wordsOf(this.area, this.language)!
  }

  #meet(): void {
    if (!this.#person.aborted) return
    this.#person = personSignal()
    this.forget()
    // What stands on the page is the previous person's, and words may be long in coming.
    if (this.hasUpdated && !wordsOf(this.area, this.language))
      render(nothing, this.renderRoot, this.renderOptions)
  }

  protected override async scheduleUpdate(): Promise<void> {
    this.#meet()
    if (!wordsOf(this.area, this.language)) await loadWords(this.area, this.language)
    this.#meet()
    super.scheduleUpdate()
  }
}
