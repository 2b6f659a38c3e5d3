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
  /** Areas whose texts it renders besides its own. */
  readonly otherAreas: readonly Area<unknown>[] = []
  readonly stores = new StoreReader(this)
  #person = personSignal()
  #words: Words | undefined

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

  /** In another language than the element's only while the texts of that are still loading. */
  get words(): Words {
    this.stores.read($added)
    this.#words = wordsOf(this.area, this.language) ?? this.#words
    return this.#words!
  }

  get #unloaded(): Area<unknown> | undefined {
    return [this.area, ...this.otherAreas].find((area) => !wordsOf(area, this.language))
  }

  #meet(): void {
    if (!this.#person.aborted) return
    this.#person = personSignal()
    this.forget()
    // What stands on the page is the previous person's, and words may be long in coming.
    if (this.hasUpdated && this.#unloaded) render(nothing, this.renderRoot, this.renderOptions)
  }

  protected override async scheduleUpdate(): Promise<void> {
    this.#meet()
    // The language may change while its texts load: what is rendered are those of the language at that time.
    for (let area = this.#unloaded; area; area = this.#unloaded) await loadWords(area, this.language)
    this.#meet()
    super.scheduleUpdate()
  }
}
