/** Removes comments and needless space from CSS without changing its meaning. */
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
