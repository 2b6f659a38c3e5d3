import type { CSSResult } from 'lit'
import { officeCardStyles } from './office-cards.styles.ts'
import { officeFieldStyles } from './office-fields.styles.ts'
import { officeFitStyles } from './office-fit.styles.ts'
import { officeFrameStyles } from './office-frame.styles.ts'
import { officeGridStyles } from './office-grids.styles.ts'
import { officePageStyles } from './office-pages.styles.ts'
import { officeTableStyles } from './office-tables.styles.ts'

/** All styles of the back office; their order decides which one wins. */
export const officeStyles: readonly CSSResult[] = [
  officeFrameStyles,
  officeCardStyles,
  officeFieldStyles,
  officePageStyles,
  officeFitStyles,
  officeTableStyles,
  officeGridStyles,
]
