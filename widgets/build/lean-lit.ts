import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * Parts of Lit for browsers without web components, for decorators, for SVG and MathML templates, and for the warning
 * about a second copy. Nothing here uses them, and every first paint would wait for them. By file and exact text: when
 * a release of Lit lacks one of these texts, the build fails and a developer has to look.
 */
const needless: Record<string, [part: string, instead: string][]> = {
  'lit-html.js': [
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
    ['w=x(2),T=x(3),', ''],
    [',T as mathml', ''],
    [',w as svg', ''],
    ['let n,l=2===i?"<svg>":3===i?"<math>":"",c=v;', 'let n,l="",c=v;'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', ',0);'],
  ],
  'reactive-element.js': [
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', ';'],
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
  ],
  'lit-element.js': [
    ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
}

/** Lit's `css` for browsers that all support adopted style sheets: the same exports without the fallback. */
const leanCssTag = `
  export class CSSResult {
    _$cssResult$ = true
    constructor(text) { this.cssText = text }
    get styleSheet() {
      if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText)
      return this.sheet
    }
    toString() { return this.cssText }
  }
  export const unsafeCSS = (text) => new CSSResult(String(text))
  export const css = (texts, ...values) => new CSSResult(String.raw({ raw: texts }, ...values))
  export const supportsAdoptingStyleSheets = true
  export const getCompatibleStyle = (style) => style
  export const adoptStyles = (root, styles) => {
    root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style)
  }`

const without = (code: string, path: string): string =>
  needless[path.split('/').at(-1)!]!.reduce((rest, [part, instead]) => {
    if (!rest.includes(part)) throw new Error(`${path} has changed: it no longer holds ${part}`)
    return rest.replace(part, () => instead)
  }, code)

/** Lit without the code that neither the supported browsers nor these elements need. */
export const leanLit: Plugin = {
  name: 'lean-lit',
  setup(build) {
    build.onLoad(
      { filter: /\/node_modules\/.*\/(lit-html|reactive-element|lit-element)\.js$/ },
      async ({ path }) => ({
        contents: without(await readFile(path, 'utf8'), path),
        loader: 'js',
      }),
    )
    build.onLoad({ filter: /reactive-element\/css-tag\.js$/ }, () => ({ contents: leanCssTag, loader: 'js' }))
  },
}
