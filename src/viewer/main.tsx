// The report as a person opens it, from a disk: reads the data beside it, shows it, sends nothing.
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Card } from './card.js'
import { Control } from './control.js'
import { load, takeData } from './data.js'
import { Filing } from './filing.js'
import { FirstScreen } from './first-screen.js'
import { type Language, VoiceContext, voiceOf } from './language.js'
import { Organization } from './organization.js'
import { linkTo, useRoute } from './route.js'
import { choiceOf, type Index, indexOf } from './select.js'
import './style.css'
import { useLoaded } from './use-loaded.js'
import { Waiting } from './waiting.js'

function Report() {
  const loaded = useLoaded<Index>('overview', async () => indexOf(await load('overview')))
  return 'data' in loaded ? <Opened index={loaded.data} /> : <Waiting loaded={loaded} />
}

function Opened({ index }: { index: Index }) {
  const [language, setLanguage] = useState<Language>(index.overview.language)
  const voice = voiceOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = voice.say('title')
  }, [language, voice])
  return (
    <VoiceContext.Provider value={voice}>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {voice.say('skip-to-content')}
      </button>
      <header class="top">
        <h1>
          <a href={linkTo([])}>{voice.say('title')}</a>
        </h1>
        <nav aria-label={voice.say('home')}>
          <a href={linkTo([])}>{voice.say('home')}</a>
          <a href={linkTo(['control'])}>{voice.say('control.title')}</a>
          <button type="button" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
            {voice.say('language')}
          </button>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <Screen index={index} />
      </main>
      <footer>{voice.say('made-by', { tool: index.overview.tool })}</footer>
    </VoiceContext.Provider>
  )
}

function Screen({ index }: { index: Index }) {
  const route = useRoute()
  const [kind, id = ''] = route.path
  useEffect(() => scrollTo(0, 0), [kind, id])
  const matter = kind === 'matter' ? index.matters.get(id) : undefined
  if (matter) return <Card index={index} matter={matter} />
  const filing = kind === 'filing' ? index.filings.get(id) : undefined
  if (filing) return <Filing index={index} filing={filing} route={route} />
  const organization =
    kind === 'organization' ? index.overview.organizations.find((o) => o.organization_id === id) : undefined
  if (organization) return <Organization index={index} organization={organization} />
  if (kind === 'control') return <Control index={index} />
  return <FirstScreen index={index} choice={choiceOf(route.query)} />
}

takeData()
const root = document.getElementById('report')
if (root) render(<Report />, root)
