import type { Box } from './geometry.js'
import type { Glyph, PageDamage, Turning } from './page.js'
import type { Text } from './text.js'

/** One printed line in reading order. */
export interface Line {
  page: number
  box: Box
  text: Text
  /** Typical height of its type in points. */
  size: number
  bold: boolean
}

/** `第一部分`, `一、`, `（三）`, `1.`, `（1）`, `①`, or none for an unnumbered title. */
export type NumberStyle = 'part' | 'han' | 'han-bracket' | 'arabic' | 'arabic-bracket' | 'circled' | 'none'

/** A heading; how deep it stands is for extraction to say. */
export interface Heading {
  kind: 'heading'
  style: NumberStyle
  /** As printed, spaces removed; empty for an unnumbered title. */
  number: string
  /** The same with its glyphs. */
  numberText: Text
  /** Without number, spaces removed. */
  title: Text
  /** The first sentence of a paragraph: `1.实施…工程。对…`; the rest follows as a paragraph. */
  runIn: boolean
  page: number
  box: Box
}

/** Running text joined over line and page ends; spaces between Han characters and digits are gone. */
export interface Paragraph {
  kind: 'paragraph'
  text: Text
  page: number
  box: Box
  /**
   * `body` is text to read; `cover` stands on a title page; `contents` is a line of the table of contents;
   * `caption` belongs to a table, picture or chart (title, unit line, note).
   */
  role: 'body' | 'cover' | 'contents' | 'caption'
  /** A heading if its neighbours are: `1.机关运行经费。` alone on a line, or a first sentence long for a title. */
  mayHead?: Heading
  /** What follows such a first sentence. */
  rest?: Text
}

export interface Cell {
  /** 0-based in the joined table, header rows included. */
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** All its lines joined, spaces between Han and digits undone. */
  text: Text
  /** Distance in points from the cell's left edge to its first character: the depth of an indented name. */
  indent: number
  page: number
  box: Box
}

/** A table joined over the pages it runs across. */
export interface Table {
  kind: 'table'
  /** Printed title above the grid, spaces removed; empty if none. */
  title: string
  titleBox?: Box
  /** `表1`, `公开01表`, `预算03表`; empty if none. */
  marker: string
  /** The line with unit and organization (`编制部门：… 单位：元`), spaces removed. */
  captionLines: string[]
  /** Lines below the grid that belong to it (`注：…`). */
  notes: string[]
  /** The same lines with their glyphs. */
  noteTexts: Text[]
  /** Title, marker, unit lines and notes of all its pages, with their glyphs. */
  captionTexts: Text[]
  /** Cells of the header rows that are printed again on later pages. */
  repeatedHeader: Text[]
  pageFirst: number
  pageLast: number
  /** Box of the grid on its first page. */
  box: Box
  columns: number
  /** Leading rows that name the columns; the rest are body rows. */
  headerRows: number
  rows: number
  cells: Cell[]
  /** False where the grid was found by alignment alone. */
  ruled: boolean
}

export type Block = Heading | Paragraph | Table

/** A file's pages as a reader understands them: blocks in reading order, furniture set apart. */
export interface Document {
  blocks: Block[]
  /** Page numbers, running heads and feet. */
  furniture: Line[]
  /** Characters that stand in neither: none of them is read. */
  unplaced: Glyph[]
  pages: PageSummary[]
}

/** Where a leaf of an open booklet stands: the page of the file, its width and the leaf's left edge on it, points. */
export interface Leaf {
  page: number
  width: number
  x: number
}

export interface PageSummary {
  /** Of the file; where the file has open booklets, of its leaves. */
  number: number
  /** Only where the file has open booklets. */
  leaf?: Leaf
  width: number
  height: number
  method: 'text' | 'ocr'
  turning?: Turning
  doubt?: string
  damaged?: PageDamage
  /** How many characters were read. */
  characters: number
  /** The number printed on it, as printed. */
  printedPage?: string
}
