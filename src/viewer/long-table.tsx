import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import { ScrollArea } from './scroll-area.js'

/** More would make a printer busy for an hour. */
const MOST_PRINTED = 3000

interface Head {
  name: string
  isNumber?: boolean
}

/** A table of which only the rows in sight are made; all of them where the page is printed. */
export function LongTable({
  label,
  heads,
  count,
  height,
  kind,
  row,
}: {
  label: string
  heads: readonly Head[]
  count: number
  /** Of a row, pixels. */
  height: number
  kind?: string
  row: (index: number) => ComponentChildren
}) {
  const area = useRef<HTMLDivElement>(null)
  const isPrinting = usePrinting()
  const { before, rows, behind } = useWindow(area, count, height)
  return (
    <ScrollArea label={label} kind={kind ?? ''} area={area}>
      <table>
        <thead>
          <tr>
            {heads.map(({ name, isNumber }) => (
              <th key={name} scope="col" class={isNumber ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {isPrinting ? (
          <tbody>{Array.from({ length: Math.min(count, MOST_PRINTED) }, (_, i) => row(i))}</tbody>
        ) : (
          <tbody>
            <Gap columns={heads.length} height={before} />
            {rows.map(row)}
            <Gap columns={heads.length} height={behind} />
          </tbody>
        )}
      </table>
    </ScrollArea>
  )
}

/** Stands for the rows out of sight. */
const Gap = ({ columns, height }: { columns: number; height: number }) =>
  height > 0 ? (
    <tr class="gap">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  ) : null

/** Which rows are in sight, and how much is before and behind them; pixels. */
function useWindow(area: { current: HTMLElement | null }, count: number, height: number) {
  const [, redraw] = useReducer((n: number, _: unknown) => n + 1, 0)
  const virtual = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined)
  const options = {
    count,
    getScrollElement: () => area.current,
    estimateSize: () => height,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  }
  virtual.current ??= new Virtualizer(options)
  const { current } = virtual
  current.setOptions(options)
  useEffect(() => current._didMount(), [current])
  useLayoutEffect(() => current._willUpdate())
  const items = current.getVirtualItems()
  return {
    before: items[0]?.start ?? 0,
    rows: items.map((item) => item.index),
    behind: current.getTotalSize() - (items.at(-1)?.end ?? 0),
  }
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => setPrinting(true)
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
