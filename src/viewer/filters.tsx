import { useEffect, useRef, useState } from 'preact/hooks'
import { useVoice } from './language.js'
import { linkTo, replaceRoute } from './route.js'
import type { Choice, Index } from './select.js'

/** A click on a field answers at once; while somebody types it waits for a pause, in milliseconds. */
const PAUSE = 120

export const withChoice = (choice: Choice, change: Partial<Choice>): string =>
  linkTo([], { ...choice, ...change })

export function Filters({ index, choice, count }: { index: Index; choice: Choice; count: number }) {
  const voice = useVoice()
  const { values, overview } = index
  const change = (name: keyof Choice) => (value: string) =>
    replaceRoute(withChoice(choice, { [name]: value }))
  const isNarrowed = Object.entries(choice).some(([name, value]) => name !== 'organization' && value !== '')
  return (
    <search class="filters">
      <Search choice={choice} />
      <Select
        label={voice.say('filter.severity')}
        value={choice.severity}
        options={['error', 'warning', 'info'].map((code) => [code, voice.name('severity', code)])}
        onChange={change('severity')}
      />
      <Select
        label={voice.say('filter.family')}
        value={choice.family}
        options={values.family.map((code) => [code, voice.name('family', code)])}
        onChange={change('family')}
      />
      <Select
        label={voice.say('filter.region')}
        value={choice.region}
        options={values.region.map((region) => [region, region])}
        onChange={change('region')}
      />
      <Select
        label={voice.say('filter.kind')}
        value={choice.kind}
        options={values.kind.map((code) => [code, voice.name('kind', code)])}
        onChange={change('kind')}
      />
      <Select
        label={voice.say('filter.year')}
        value={choice.year}
        options={values.year.map((year) => [year, year])}
        onChange={change('year')}
      />
      {overview.compared && (
        <Select
          label={voice.say('filter.baseline')}
          value={choice.baseline}
          options={['new', 'persisting', 'gone'].map((code) => [code, voice.name('baseline', code)])}
          onChange={change('baseline')}
        />
      )}
      {isNarrowed && (
        <a class="clear" href={linkTo([], { organization: choice.organization })}>
          {voice.say('filter.clear')}
        </a>
      )}
      <output aria-live="polite">{voice.say('filter.count', { count })}</output>
    </search>
  )
}

function Search({ choice }: { choice: Choice }) {
  const voice = useVoice()
  const [text, setText] = useState(choice.search)
  const timer = useRef(0)
  const latest = useRef(choice)
  latest.current = choice
  useEffect(() => setText(choice.search), [choice.search])
  const type = (value: string) => {
    setText(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => replaceRoute(withChoice(latest.current, { search: value })),
      PAUSE,
    ) as unknown as number
  }
  return (
    <label>
      <span>{voice.say('filter.search')}</span>
      <input
        type="search"
        value={text}
        placeholder={voice.say('filter.search.hint')}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </label>
  )
}

function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: string[][]
  onChange: (value: string) => void
}) {
  const voice = useVoice()
  if (options.length === 0) return null
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{voice.say('filter.all')}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
