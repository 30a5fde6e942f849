import type { FilingProps } from './filing.js'
import { useVoice } from './language.js'
import { linkTo } from './route.js'

/** Headings as the filing has them, with the text below each. */
export function SectionsView({ filing, part }: FilingProps) {
  const voice = useVoice()
  if (part.sections.length === 0) return <p class="waiting">{voice.say('filing.no-sections')}</p>
  return (
    <div class="sections">
      {part.sections.map((s) => (
        <section key={s.section_id} class={`level-${Math.min(s.level, 6)}`}>
          <h3>
            <bdi>
              {s.number}
              {s.title}
            </bdi>{' '}
            <a href={linkTo(['filing', filing.filing_id, 'pages'], { page: String(s.page) })}>
              {voice.say('card.page', { page: s.page })}
            </a>
          </h3>
          {s.text !== '' && (
            <details>
              <summary>{s.text.slice(0, 40)}…</summary>
              <p>
                <bdi>{s.text}</bdi>
              </p>
            </details>
          )}
        </section>
      ))}
    </div>
  )
}
