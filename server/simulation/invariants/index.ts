import type { Life, Promised } from '../life.ts'
import { booksOf, rowsOf } from './books.ts'
import { encountersArriveOnce } from './encounters.ts'
import { nothingIsLeftOver } from './leftovers.ts'
import { mirrorsAreTrue } from './mirrors.ts'
import { moneyAddsUp, nothingIsChargedTwice } from './money.ts'
import { panelTellsTheTruth } from './panel.ts'
import { quotesAreKept } from './quotes.ts'
import { usageIsChargedOnce } from './usage.ts'

/** What holds for every customer whenever the dust has settled. */
export const allIsWell = async (promised: Promised, life: Life): Promise<void> => {
  const [books, rows] = [await booksOf(life), await rowsOf(life)]
  nothingIsChargedTwice(books)
  moneyAddsUp(promised, books)
  usageIsChargedOnce(promised, books, rows)
  quotesAreKept(promised, life, books, rows)
  await nothingIsLeftOver(life, rows)
  mirrorsAreTrue(books, rows)
  // Of whoever is gone nothing but the books is left.
  if (promised.isGone) return
  await encountersArriveOnce(promised, life, books, rows)
  await panelTellsTheTruth(life, books)
}
