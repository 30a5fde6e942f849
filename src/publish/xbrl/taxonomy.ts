import { valuesOf } from '../../catalogue/index.js'
import { NAMESPACE } from './elements.js'

/** An item of the taxonomy. */
export interface Item {
  money: boolean
  zh: string
  en: string
}

/** What the facts of an export need: items by name, and from each total to its parts. */
export interface Vocabulary {
  items: ReadonlyMap<string, Item>
  sums: ReadonlyMap<string, ReadonlySet<string>>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XLINK = 'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
const SUMS_ROLE = 'urn:yusuan:role:sums'
const CUBE_ROLE = 'urn:yusuan:role:dimensions'
const DIM = 'http://xbrl.org/int/dim/arcrole'
const SUMMATION = 'https://xbrl.org/2023/arcrole/summation-item'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string)
const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Explicit dimensions with the words that their members are made of; `none` is what is not said. */
const EXPLICIT = (['fund', 'basis'] as const).map((column) => {
  const name = column === 'fund' ? 'Fund' : 'Basis'
  const words = [...valuesOf('facts', column), { value: 'none', zh: '没有印明', en: 'not printed' }]
  return { name, members: words.map(({ value, zh, en }) => ({ name: `${name}-${value}`, zh, en })) }
})
const TYPED = ['Entity', 'Print'] as const

const itemType = 'substitutionGroup="xbrli:item" xbrli:periodType="duration"'
const abstract = (name: string): string =>
  `  <xs:element name="${name}" id="ys_${name}" type="xbrli:stringItemType" ${itemType} abstract="true" nillable="true"/>`

/** The files of the taxonomy: a schema and its linkbases, the same bytes for the same facts. */
export const taxonomyOf = (vocabulary: Vocabulary): Readonly<Record<string, string>> => ({
  'yusuan.xsd': schema(vocabulary),
  'labels.xml': labels(vocabulary),
  'dimensions.xml': dimensions(vocabulary),
  'calculation.xml': calculation(vocabulary),
})

function schema({ items }: Vocabulary): string {
  const linkbases = [
    ['labels.xml', 'labelLinkbaseRef'],
    ['dimensions.xml', 'definitionLinkbaseRef'],
    ['calculation.xml', 'calculationLinkbaseRef'],
  ].map(
    ([href, role]) =>
      `      <link:linkbaseRef xlink:type="simple" xlink:href="${href}" xlink:role="http://www.xbrl.org/2003/role/${role}" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>`,
  )
  const role = (id: string, uri: string, on: string) =>
    `      <link:roleType id="${id}" roleURI="${uri}"><link:usedOn>link:${on}</link:usedOn></link:roleType>`
  const axis = (name: string, typed = '') =>
    `  <xs:element name="${name}Axis" id="ys_${name}Axis" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration" abstract="true" nillable="true"${typed}/>`
  return `${HEAD}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldt="http://xbrl.org/2005/xbrldt" ${XLINK} xmlns:ys="${NAMESPACE}" targetNamespace="${NAMESPACE}" elementFormDefault="qualified">
  <xs:annotation>
    <xs:appinfo>
${[...linkbases, role('sums', SUMS_ROLE, 'calculationLink'), role('cube', CUBE_ROLE, 'definitionLink')].join('\n')}
    </xs:appinfo>
  </xs:annotation>
  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
  <xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
${[
  abstract('Figures'),
  `  <xs:element name="Cube" id="ys_Cube" type="xbrli:stringItemType" substitutionGroup="xbrldt:hypercubeItem" xbrli:periodType="duration" abstract="true" nillable="true"/>`,
  ...EXPLICIT.flatMap(({ name, members }) => [
    axis(name),
    abstract(`${name}Domain`),
    ...members.map((member) => abstract(member.name)),
  ]),
  ...TYPED.flatMap((name) => [
    axis(name, ` xbrldt:typedDomainRef="#ys_${name}"`),
    `  <xs:element name="${name}" id="ys_${name}" type="xs:string"/>`,
  ]),
  ...sorted(items).map(
    ([name, { money }]) =>
      `  <xs:element name="${name}" id="ys_${name}" type="xbrli:${money ? 'monetary' : 'pure'}ItemType" ${itemType} nillable="true"/>`,
  ),
].join('\n')}
</xs:schema>
`
}

const locator = (name: string): string =>
  `    <link:loc xlink:type="locator" xlink:href="yusuan.xsd#ys_${name}" xlink:label="${name}"/>`

function labels({ items }: Vocabulary): string {
  const words = [...sorted(items), ...EXPLICIT.flatMap((d) => d.members.map((m) => [m.name, m] as const))]
  const label = (name: string, language: string, text: string) =>
    `    <link:label xlink:type="resource" xlink:label="${name}-label" xlink:role="http://www.xbrl.org/2003/role/label" xml:lang="${language}">${escaped(text)}</link:label>`
  return linkbase(
    '',
    'labelLink',
    'http://www.xbrl.org/2003/role/link',
    words.flatMap(([name, { zh, en }]) => [
      locator(name),
      label(name, 'zh', zh),
      label(name, 'en', en),
      `    <link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" xlink:from="${name}" xlink:to="${name}-label"/>`,
    ]),
  )
}

function dimensions({ items }: Vocabulary): string {
  const names = [
    'Figures',
    'Cube',
    ...EXPLICIT.flatMap(({ name, members }) => [
      `${name}Axis`,
      `${name}Domain`,
      ...members.map((m) => m.name),
    ]),
    ...TYPED.map((name) => `${name}Axis`),
  ]
  const arc = (role: string, from: string, to: string, order: number, more = '') =>
    `    <link:definitionArc xlink:type="arc" xlink:arcrole="${DIM}/${role}" xlink:from="${from}" xlink:to="${to}" order="${order}"${more}/>`
  const figures = sorted(items).map(([name]) => name)
  const axes = [...EXPLICIT.map((d) => d.name), ...TYPED]
  return linkbase(
    [
      `  <link:roleRef roleURI="${CUBE_ROLE}" xlink:type="simple" xlink:href="yusuan.xsd#cube"/>`,
      ...['all', 'hypercube-dimension', 'dimension-domain', 'domain-member'].map(
        (role) =>
          `  <link:arcroleRef arcroleURI="${DIM}/${role}" xlink:type="simple" xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#${role}"/>`,
      ),
    ].join('\n'),
    'definitionLink',
    CUBE_ROLE,
    [
      ...[...names, ...figures].map(locator),
      arc('all', 'Figures', 'Cube', 1, ' xbrldt:contextElement="scenario" xbrldt:closed="true"'),
      ...axes.map((name, i) => arc('hypercube-dimension', 'Cube', `${name}Axis`, i + 1)),
      ...EXPLICIT.flatMap(({ name, members }) => [
        arc('dimension-domain', `${name}Axis`, `${name}Domain`, 1),
        ...members.map((member, i) => arc('domain-member', `${name}Domain`, member.name, i + 1)),
      ]),
      ...figures.map((name, i) => arc('domain-member', 'Figures', name, i + 1)),
    ],
  )
}

/** Calculations 1.1: intervals of printed digits, not the rounding of XBRL 2.1. */
function calculation({ sums }: Vocabulary): string {
  const names = new Set([...sums].flatMap(([total, parts]) => [total, ...parts]))
  const arcs = sorted(sums).flatMap(([total, parts]) =>
    [...parts]
      .sort()
      .map(
        (part, i) =>
          `    <link:calculationArc xlink:type="arc" xlink:arcrole="${SUMMATION}" xlink:from="${total}" xlink:to="${part}" order="${i + 1}" weight="1"/>`,
      ),
  )
  return linkbase(
    `  <link:roleRef roleURI="${SUMS_ROLE}" xlink:type="simple" xlink:href="yusuan.xsd#sums"/>
  <link:arcroleRef arcroleURI="${SUMMATION}" xlink:type="simple" xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>`,
    'calculationLink',
    SUMS_ROLE,
    [...[...names].sort().map(locator), ...arcs],
  )
}

const linkbase = (refs: string, link: string, role: string, lines: readonly string[]): string =>
  `${HEAD}<link:linkbase ${XLINK} xmlns:xbrldt="http://xbrl.org/2005/xbrldt">
${refs === '' ? '' : `${refs}\n`}  <link:${link} xlink:type="extended" xlink:role="${role}">
${lines.join('\n')}
  </link:${link}>
</link:linkbase>
`
