import { useEffect, useState } from 'preact/hooks'
import { MissingData } from './data.js'

export type Loaded<T> = { data: T } | { missing: string } | { loading: true }

/** What a promise gives, as soon as it is there; anew when `key` changes. */
export function useLoaded<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { loading: true } })
  useEffect(() => {
    let left = false
    const tell = (loaded: Loaded<T>) => !left && setState({ key, loaded })
    ask().then(
      (data) => tell({ data }),
      (error: Error) => {
        if (!(error instanceof MissingData)) throw error
        tell({ missing: error.file })
      },
    )
    return () => {
      left = true
    }
  }, [key])
  return state.key === key ? state.loaded : { loading: true }
}
