import type { FilingPage } from './filing.js'

/** The printed number of a page where a person would look for another one by it; else empty. `- 8 -` and `第8页` say 8. */
export const otherNumber = ({ page, printed_page }: Pick<FilingPage, 'page' | 'printed_page'>): string =>
  printed_page.replace(/[^\p{L}\p{N}]|[第页頁]/gu, '') === String(page) ? '' : printed_page
