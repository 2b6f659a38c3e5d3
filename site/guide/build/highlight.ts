import { createHighlighter, type ThemeRegistrationRaw } from 'shiki'

/**
 * The class of a token by its kind; the colours are in the page's style sheet, because its policy allows no inline
 * styles.
 */
const kinds: Record<string, readonly string[]> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.other.symbol'],
  tag: ['entity.name.tag', 'support.class.component', 'entity.name.selector'],
  name: ['entity.other.attribute-name', 'support.type.property-name', 'variable.other.env'],
  keyword: ['keyword.control', 'keyword.operator.new', 'storage', 'keyword.other', 'variable.language'],
  call: ['entity.name.function', 'support.function', 'meta.function-call entity.name'],
  value: ['constant.numeric', 'constant.language', 'support.constant', 'variable.other.normal'],
}

const colours = Object.keys(kinds).map((_, index) => `#00000${index + 1}`)

const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: Object.values(kinds).map((scope, index) => ({
    scope: [...scope],
    settings: { foreground: colours[index]! },
  })),
}

/** The language of a file by its extension, and its display name. */
const languages: Record<string, string> = {
  astro: 'astro',
  css: 'css',
  env: 'dotenv',
  html: 'html',
  json: 'json',
  mjs: 'javascript',
  sh: 'shellscript',
  sql: 'sql',
  svelte: 'svelte',
  ts: 'typescript',
  tsx: 'tsx',
  vue: 'vue',
}

export const languageOf = (file: string): string => {
  const language = languages[file.split('.').at(-1)!]
  if (!language) throw new Error(`No language for ${file}`)
  return language
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Creates the function that turns code into HTML: a class for each kind of token, and no inline styles. */
export const openHighlighter = async (): Promise<(code: string, language: string) => string> => {
  const shiki = await createHighlighter({ themes: [theme], langs: [...new Set(Object.values(languages))] })
  const classes = new Map(Object.keys(kinds).map((kind, index) => [colours[index], kind]))
  return (code, language) =>
    shiki
      // Without the usual time limit, so that a long line is highlighted completely on a busy machine, too.
      .codeToTokensBase(code, {
        lang: language as 'html',
        theme: theme.name as 'none',
        tokenizeTimeLimit: 0,
      })
      .map((line) =>
        line
          .map(({ content, color }) => {
            const kind = classes.get(color?.toLowerCase())
            return kind ? `<span class="${kind}">${escaped(content)}</span>` : escaped(content)
          })
          .join(''),
      )
      .join('\n')
}
