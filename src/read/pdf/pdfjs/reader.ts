import type { Page } from '../../../model/page.js'
import { brokenPage, leftOut, type PdfReader } from '../port.js'
import { openDocument, type PDFDocumentProxy } from './library.js'
import { operatorsOf, pageFrom } from './page.js'

/** pdf.js: slower than PDFium, and written by other people: what both read alike can be believed. */
export const pdfjs: PdfReader = {
  async read(bytes, bounds, password) {
    // pdf.js takes the memory it is given; the caller may still need it.
    const task = openDocument(new Uint8Array(bytes), password)
    try {
      const document = await task.promise.catch((error: Error) => error)
      if (document instanceof Error)
        return { fault: document.name === 'PasswordException' ? 'encrypted-pdf' : 'broken-pdf' }
      if (document.numPages === 0) return { fault: 'empty-pdf' }
      if (document.numPages > bounds.pages) return { fault: 'too-many-pages' }
      const pages: Page[] = []
      for (let number = 1; number <= document.numPages; number++) {
        const why = leftOut(bounds, number)
        pages.push(why ? brokenPage(number, why) : await read(document, number))
      }
      return { pages }
    } finally {
      await task.destroy()
    }
  },
}

async function read(document: PDFDocumentProxy, number: number): Promise<Page> {
  // What pdf.js can not follow is the file's fault; what we make of its list would be ours.
  const operators = await document
    .getPage(number)
    .then(operatorsOf)
    .catch(() => undefined)
  return operators ? pageFrom(operators) : brokenPage(number)
}
