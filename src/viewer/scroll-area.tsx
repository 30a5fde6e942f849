import type { ComponentChildren, RefObject } from 'preact'

/** What scrolls has a name and is reached by the keyboard. */
export const ScrollArea = ({
  label,
  kind = '',
  area,
  children,
}: {
  label: string
  kind?: string
  area?: RefObject<HTMLDivElement | null>
  children: ComponentChildren
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: else only a mouse could scroll it
  <section class={`scroll ${kind}`} ref={area as RefObject<HTMLDivElement>} tabIndex={0} aria-label={label}>
    {children}
  </section>
)
