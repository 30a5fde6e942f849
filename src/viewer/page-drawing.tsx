import type { ComponentChildren } from 'preact'
import type { FilingPart, PagePicture, Paper } from '../model/report.js'
import type { Place } from './figures.js'

/** A part of a page in points, with its picture or drawn as it was read, and what is laid over it. */
export function PageDrawing({
  part,
  paper,
  page,
  view,
  label,
  children,
}: {
  part: FilingPart
  paper: Paper | undefined
  page: number
  view: Place
  label: string
  children?: ComponentChildren
}) {
  const [width, height] = [view.x1 - view.x0, view.y1 - view.y0]
  return (
    <svg class="paper" viewBox={`${view.x0} ${view.y0} ${width} ${height}`} role="img" aria-label={label}>
      <rect class="sheet" x={view.x0} y={view.y0} width={width} height={height} />
      <Ground picture={pictureAround(part, page, view)} paper={paper} page={page} view={view} />
      {children}
    </svg>
  )
}

/** The picture that shows all of a part of a page. */
export const pictureAround = (part: FilingPart, page: number, view: Place): PagePicture | undefined =>
  part.pictures.find((p) => p.page === page && p.y0 <= view.y0 + 1 && p.y1 >= view.y1 - 1)

function Ground({
  picture,
  paper,
  page,
  view,
}: {
  picture: PagePicture | undefined
  paper: Paper | undefined
  page: number
  view: Place
}) {
  if (picture) {
    const { x0, y0, x1, y1, file } = picture
    return (
      <image
        href={`report/${file}`}
        x={x0}
        y={y0}
        width={x1 - x0}
        height={y1 - y0}
        preserveAspectRatio="none"
      />
    )
  }
  const drawn = paper?.pages.find((p) => p.page === page)
  if (!drawn) return null
  const sees = (y0: number, y1: number) => y1 / 10 >= view.y0 && y0 / 10 <= view.y1
  return (
    <g class="drawn">
      {drawn.rulings
        .filter(([, y0, , y1]) => sees(Math.min(y0, y1), Math.max(y0, y1)))
        .map(([x0, y0, x1, y1]) => (
          <line key={`${x0} ${y0} ${x1} ${y1}`} x1={x0 / 10} y1={y0 / 10} x2={x1 / 10} y2={y1 / 10} />
        ))}
      {drawn.runs
        .filter(([, y0, , y1]) => sees(y0, y1))
        .map(([x0, y0, x1, y1, text]) => (
          <text
            key={`${x0} ${y0} ${text}`}
            x={x0 / 10}
            // Characters stand a sixth of their box above its lower edge.
            y={(y1 - (y1 - y0) / 6) / 10}
            font-size={(y1 - y0) / 11.5}
            textLength={(x1 - x0) / 10}
            lengthAdjust="spacingAndGlyphs"
          >
            {text}
          </text>
        ))}
    </g>
  )
}

/** A frame around a printed number; a frame on the digits would cover them. */
export const Frame = ({
  place,
  kind,
  children,
}: {
  place: Place
  kind: string
  children?: ComponentChildren
}) => (
  <rect
    class={`frame ${kind}`}
    x={place.x0 - 1.5}
    y={place.y0 - 1.5}
    width={place.x1 - place.x0 + 3}
    height={place.y1 - place.y0 + 3}
  >
    {children}
  </rect>
)
