import type { Page } from '../../../model/page.js'
import { brokenPage, type PdfReader } from '../port.js'
import { openDocument } from './library.js'
import { readPage } from './page.js'

/** pdf.js: slower than PDFium, and written by other people: what both read alike can be believed. */
export const pdfjs: PdfReader = {
  async read(bytes) {
    // pdf.js takes the memory it is given; the caller may still need it.
    const task = openDocument(new Uint8Array(bytes))
    try {
      const document = await task.promise.catch((error: Error) => error)
      if (document instanceof Error)
        return { fault: document.name === 'PasswordException' ? 'encrypted-pdf' : 'broken-pdf' }
      if (document.numPages === 0) return { fault: 'empty-pdf' }
      const pages: Page[] = []
      for (let number = 1; number <= document.numPages; number++)
        pages.push(await document.getPage(number).then(readPage, () => brokenPage(number)))
      return { pages }
    } finally {
      await task.destroy()
    }
  },
}
