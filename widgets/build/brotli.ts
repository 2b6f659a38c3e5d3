import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

/**
 * Brotli can encode the distance of a repetition in several ways; which is shortest is known only after trying them
 * all.
 */
const distances = [
  { postfix: 0, direct: 0 },
  { postfix: 1, direct: 1 },
  { postfix: 1, direct: 8 },
  { postfix: 2, direct: 1 },
]

/** The smallest encoding: half a percent less than the default. */
export const brotli = async (content: Buffer): Promise<Buffer> => {
  const tries = distances.map(({ postfix, direct }) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_NDIRECT]: direct << postfix,
      },
    }),
  )
  return (await Promise.all(tries)).reduce((best, one) => (one.length < best.length ? one : best))
}
