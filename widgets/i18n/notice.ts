import type { NoticeWords } from './es-mx/notice.ts'
import type { Area } from './namespace.ts'

/** The banner with the customer's most important notice. */
export const noticeArea: Area<NoticeWords> = {
  name: 'notice',
  bundles: { 'es-MX': () => import('./es-mx/notice.ts'), en: () => import('./en/notice.ts') },
  loaded: {},
}
