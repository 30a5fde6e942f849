/** Engines that read PDFs. */
export const PDF_ENGINES = ['pdfium', 'pdfjs'] as const
export type PdfEngine = (typeof PDF_ENGINES)[number]

/** Who recognizes pictures: `auto` is the best there is on the machine. */
export const OCR_CHOICES = ['auto', 'ppocr', 'tesseract', 'off'] as const
export type OcrChoice = (typeof OCR_CHOICES)[number]
