import { useVoice } from './language.js'
import type { Loaded } from './use-loaded.js'

/** Stands where data is on its way, or is not there. */
export function Waiting({ loaded }: { loaded: Loaded<unknown> }) {
  const voice = useVoice()
  return (
    <p class="waiting" role="status">
      {'missing' in loaded ? voice.say('no-data', { file: loaded.missing }) : voice.say('loading')}
    </p>
  )
}
