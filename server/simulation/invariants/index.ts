import type { Life, Promised } from '../life.ts'
import { booksOf, rowsOf } from './books.ts'
import { encountersArriveOnce } from './encounters.ts'
import { nothingIsLeftOver } from './leftovers.ts'
import { mirrorsAreTrue } from './mirrors.ts'
import { moneyAddsUp, nothingIsChargedTwice } from './money.ts'
import { panelTellsTheTruth } from './panel.ts'
import { quotesAreKept } from './quotes.ts'
import { usageIsChargedOnce } from './usage.ts'

/** What is true for every customer once all work has settled. */
export const allIsWell = async (promised: Promised, life: Life): Promise<void> => {
  const [books, rows] = [await booksOf(life), await rowsOf(life)]
  nothingIsChargedTwice(books)
  moneyAddsUp(promised, books)
  usageIsChargedOnce(promised, books, rows)
  quotesAreKept(promised, life, books, rows)
  await nothingIsLeftOver(life, rows)
  mirrorsAreTrue(books, rows)
  // For a deleted customer only the provider's books are left.
  if (promised.isGone) return
  await encountersArriveOnce(promised, life, books, rows)
  await panelTellsTheTruth(life, books)
}
