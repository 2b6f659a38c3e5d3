/** CSS without comments and needless space; what it means is unchanged. */
export const squeezeCss = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/=['"]([a-z][\w-]*)['"]\]/g, '=$1]')
    .replace(/([ :,(-])0\./g, '$1.')
    .trim()
