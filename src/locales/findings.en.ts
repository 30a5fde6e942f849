import type { zhSentences } from './findings.zh-CN.js'

/** Sentences of findings, one for each code of the Chinese ones. */
export const enSentences: Readonly<Record<keyof typeof zhSentences, string>> = {
  at: '{page}, {place}',
  page: 'page {page}',
  'page.printed': 'page {page} (printed “{printed}”)',
  table: 'table “{title}”',
  'table.untitled': 'untitled {kind}',
  'table.under': '{section}, {table}',
  'table.note': 'note of {table}',
  section: 'section “{heading}”',
  'running-text': 'the text',
  'paper.department-budget': 'budget {year} of the department',
  'paper.department-final': 'final account {year} of the department',
  'paper.unit-budget': 'budget {year} of the unit',
  'paper.unit-final': 'final account {year} of the unit',

  name: '“{label}”',
  'name.marked': '“{label}” ({mark})',
  'name.cell': 'row {row}, column “{column}”',
  'name.placed': '{at}, {name}',
  'mark.code': '{code}',
  'mark.unit': '“{unit}”',
  'mark.item': 'item {number}',
  'mark.row': 'row {number} of this name',
  'name.column': 'column “{column}”',
  'name.at': '{at}, {otherName}',
  'elsewhere.before': 'further up in {where}',
  'elsewhere.behind': 'further down in {where}',
  'where.same': 'the same place',
  'where.item': 'item {number}',
  'name.of-year': '“{label}” of {year}',
  'name.of-budget': '“{label}” in the budget {year}',
  'name.of-final': '“{label}” in the final account {year}',
  'name.of-initial': '“{label}” in the initial budget {year}',
  'name.of-adjusted': '“{label}” in the adjusted budget {year}',
  'name.of-execution': '“{label}” as executed in {year}',
  'measure.change': 'the change of {name}',
  'measure.change-pct': 'the percentage of change of {name}',
  'measure.share-pct': 'the share of {name}',
  'measure.completion-pct': 'the rate of completion of {name}',
  'code.with-name': '{code} (“{name}”)',
  'classification.function': 'the functional classification',
  'classification.department': "the departments' economic classification",
  'classification.government': "the government's economic classification",
  'basis.initial': 'initial budget',
  'basis.adjusted': 'budget of the full year',
  'nature.basic': 'basic spending',
  'nature.project': 'project spending',
  'fund.fiscal': 'fiscal appropriations',
  'fund.general': 'general public budget',
  'fund.government-fund': 'government funds',
  'fund.state-capital': 'state capital budget',
  'table-type.income-expenditure-summary': 'summary of income and spending',
  'table-type.income-summary': 'summary of income',
  'table-type.expenditure-summary': 'summary of spending',
  'table-type.fiscal-summary': 'summary of fiscal appropriations',
  'table-type.fiscal-by-function': 'table of fiscal spending by function',
  'table-type.fiscal-by-economy': 'table of fiscal spending by economic class',
  'table-type.general-by-function': 'table of general budget spending by function',
  'table-type.general-by-economy': 'table of general budget spending by economic class',
  'table-type.general-basic-by-function': 'table of basic spending by function',
  'table-type.general-basic-by-economy': 'table of basic spending by economic class',
  'table-type.fiscal-basic-by-economy': 'table of fiscal basic spending by economic class',
  'table-type.government-fund': 'table of government funds',
  'table-type.state-capital': 'table of the state capital budget',
  'table-type.three-public': 'table of the three public expenses',
  'table-type.operating-cost': 'table of operating costs',
  'table-type.procurement': 'table of procurement',
  'table-type.purchase-of-services': 'table of purchased services',
  'table-type.basic-summary': 'table of basic spending',
  'table-type.project-summary': 'summary of projects',
  'table-type.projects': 'list of projects',
  'table-type.carry-over': 'table of carry-over',
  'table-type.performance-project': 'table of project targets',
  'table-type.performance-overall': 'table of overall targets',
  'table-type.entities': 'list of units',
  'table-type.meetings': 'table of meetings',
  'table-type.trainings': 'table of trainings',
  'table-type.contents': 'list of contents',
  'table-type.unknown': 'table',

  'amount.yuan': '{digits} yuan',
  'amount.thousand-yuan': '{digits} thousand yuan',
  'amount.wan-yuan': '{digits} ten thousand yuan',
  'amount.million-yuan': '{digits} million yuan',
  'amount.yi-yuan': '{digits} hundred million yuan',
  'amount.yuan-a-head': '{digits} yuan a head',
  'amount.percent': '{digits}%',
  'amount.points': '{digits} percentage points',
  'amount.count': '{digits} {unit}',
  quoted: '“{words}”',
  'amount.words': '“{words}”',
  'amount.converted': '{printed} (that is {amount})',
  'amount.up': '+{amount}',
  'amount.down': '−{amount}',
  'unit.yuan': 'yuan',
  'unit.thousand-yuan': 'thousand yuan',
  'unit.wan-yuan': 'ten thousand yuan',
  'unit.million-yuan': 'million yuan',
  'unit.yi-yuan': 'hundred million yuan',

  'figure.operand': '{name} {printed}',
  'figure.sum': '{at}: {name} is printed as {printed}; {operands} add up to {expected}, {difference} apart.',
  'figure.sum-of-many':
    '{at}: {name} is printed as {printed}; {operands} and others, {count} in all, add up to {expected}, {difference} apart.',
  'figure.by':
    '{at}: {name} is printed as {printed}; by {operands} it would be {expected}, {difference} apart.',
  'figure.by-many':
    '{at}: {name} is printed as {printed}; by {operands} and others, {count} in all, it would be {expected}, {difference} apart.',
  'figure.other-print': '{at}: {name} is printed as {printed}; {other}: {otherPrinted}, {difference} apart.',
  'figure.one-part':
    '{at}: {name} is printed as {printed}; the only part listed is {operand}, {difference} apart.',
  'root.own-figure': 'If this figure were {value}, {count} checks would hold together.',
  'root.figure': 'If {name} ({at}) were {value}, {count} checks would hold together.',
  'root.exchanged':
    "{name} ({at}) and {other} seem to stand in each other's place; put back, {count} checks would hold together.",
  'root.unit-too-small':
    'The amounts {at} seem to be in another unit, {times} times too small; mended, {count} checks would hold together.',
  'root.unit-too-great':
    'The amounts {at} seem to be in another unit, {times} times too great; mended, {count} checks would hold together.',
  'root.shifted-up':
    '{at}, {runs}: each figure printed seems to be that of the next row, all one row too high; moved back, {count} checks would hold together.',
  'root.shifted-down':
    '{at}, {runs}: each figure printed seems to be that of the row before, all one row too low; moved back, {count} checks would hold together.',
  'root.shifted-left':
    '{at}, {runs}: each figure printed seems to be that of the column to its right; moved back, {count} checks would hold together.',
  'root.shifted-right':
    '{at}, {runs}: each figure printed seems to be that of the column to its left; moved back, {count} checks would hold together.',
  'root.run-of-column': '{line} from row {first} to row {last}',
  'root.run-of-row': 'row {line} from {first} to {last}',
  'root.short-of-columns': 'Of one column {count} totals are short by the figures of {by}, as if left out.',
  'root.short-of-rows': 'Of one row {count} totals are short by the figures of the row {by}, as if left out.',
  'root.off-by-columns': '{count} sums are apart by the figures of {by}; they seem to have one cause.',
  'root.off-by-rows': '{count} sums are apart by the figures of the row {by}; they seem to have one cause.',
  'slip.transposed': 'Two neighbouring digits seem to be exchanged.',
  'slip.point': 'The decimal point or the unit seems to be off.',
  'slip.digit-more': 'One digit too many seems to be printed.',
  'slip.digit-less': 'One digit seems to be left out.',
  'slip.digit-other': 'One digit seems to be wrong.',
  'slip.last-year': 'What is printed is the figure of the year before.',
  'slip.left-out': 'What is missing is exactly {name}, as if it were left out.',
  'slip.apart.transposed': 'The two differ by two neighbouring digits exchanged.',
  'slip.apart.point': 'The two differ by the place of the decimal point alone.',
  'slip.apart.digit-more': 'The first has one digit more than the other.',
  'slip.apart.digit-less': 'The first has one digit less than the other.',
  'slip.apart.digit-other': 'The two differ by one digit.',
  'because.units-rounded':
    'The figures of the units, each rounded to {decimals} decimals and then added, are that of the text; the table adds them as printed.',
  'because.items-in-table': 'The difference is the sum of {items}, which {at} lists and this does not.',
  'because.third-kind':
    'Of the {count} people that differ it is not said of which kind they are, such as manual workers.',
  'because.carried-out':
    'The total of the table of spending is the grand total: it has the {amount} that the summary carries out to the next year.',
  'root.row-missing':
    'In {count} places of this table the total exceeds the rows listed: a row seems to be missing.',
  'root.same-difference':
    '{count} checks in this filing are the same amount apart; they seem to have one cause.',
  'root.row-withheld':
    'The totals of {count} tables agree and all exceed their rows by the same amount, as if a row were not published.',
  'root.one-difference':
    '{count} figures of these filings are the same amount apart: it seems to be one cause.',
  'doubt.of-figure': '{name} {printed} ({page}) is hardly legible on the scan and may be misread.',
  'doubt.of-figures':
    '{name} {printed} ({page}) and others, {count} figures in all, are hardly legible on the scan and may be misread.',
  'wording-file-year.name': 'The file is named “{name}”, for {named}; what is printed in it is for {year}.',
  'doubt.of-page': 'The file is damaged; what was read on {page} may be wrong.',
  'doubt.unreadable': 'On {page} the same row or column holds “{text}”, which is no figure.',
  'doubt.unbound': 'On {page} the same row or column holds “{text}”, whose meaning was not read.',
  subject: '“{subject}” does not hold.',

  'code-exists.other-years':
    '{at}: {classification} has no code {item} in {year}; in other years it is “{official}”.',
  'code-exists.unknown': '{at}: {classification} does not have the code {item}.',
  'code-mixed.in-list':
    '{at}: a list of {list} has “{name} ({code})”; there “{name}” is {meant}: the code is one of the other classification.',
  'code-mixed.name-of-other':
    '{at}: {code} is “{official}” in {classification} but is printed as “{name}”, a name of {other}.',
  'code-name.other':
    '{at}: {code} is printed as “{name}”; in {classification} of {year} {code} is “{official}”, and “{name}” is {codes}.',
  'code-parent.missing': '{at} prints {item} without the code {above} above it.',
  'code-path.section-is-class': '{at}: in “{path}”, “{name}” is a class and no section.',
  'code-path.section-elsewhere':
    '{at}: in “{path}”, the section “{name}” belongs to {codes} and not to class {above}.',
  'code-path.item-elsewhere':
    '{at}: in “{path}”, the item “{name}” belongs to section {codes} and not to section {above}.',
  'code-path.item-is-section': '{at}: in “{path}”, “{name}” is a section and no item.',
  'code-renamed.old-name': '{at}: the item “{name}” ({code}) is called “{official}” in {year}.',

  'prose-economy-names.other-item':
    '{list} lists “{extra}” ({extraCode}), which has no money in the table; “{missing}” ({code}) has {printed} ({at}) and is not listed: the name seems to be wrong.',
  'prose-performance.own-income':
    '{at}: {name} under performance targets is printed as {printed}, which is all spending; spending of fiscal appropriations is {fiscal} ({fiscalAt}), and the other {rest} is no treasury money.',
  'prose-purpose-nature.other-nature':
    '{at} says that {item} is for {name}; the tables have none of it there, all is {other}.',

  'structure-empty-statement.note': 'The note says “{note}”',
  'structure-empty-statement.contents': 'The contents ({page}) call table {number} empty',
  'structure-empty-statement.figures':
    '{statement}, but {at} prints figures ({figures} and others, {count} in all).',
  'structure-empty-statement.few-figures': '{statement}, but {at} prints figures ({figures}).',
  'structure-empty-unstated.blank': '{at} has no figures and nothing says why.',
  'structure-read-settled.settled':
    '{at}: {name} was read as {read} and settled as {settled} by checks independent of each other; hold it against the paper.',
  'structure-read-with-doubt.figure':
    '{at}: {name} was read as {read} with doubt, and no check confirms it; hold it against the paper.',
  'structure-read-with-doubt.figures':
    '{at}: {count} figures were read with doubt, and no check confirms them; hold them against the paper.',
  'structure-row-twice.same-code':
    '{at}: “{code} {name}” stands in two neighbouring rows with {amount} each: a row too many or a wrong code.',
  'structure-table-missing.listed':
    'The contents ({page}) list table {number} “{title}”, which is not in the file.',
  'structure-unit-magnitude.ten-thousand':
    '{at}: {name} is printed as {printed}; {other}: {otherPrinted}, exactly ten thousand times apart: one of the units is wrong.',
  'structure-unit-missing.inherited':
    '{at} prints no unit; it is read as {unit}, the unit of the other tables.',
  'structure-unit-twice.units': '{at} prints two units: {unit} and {other}.',

  'table-nature-of-code.public':
    '{at}: {name} ({code}) has {printed} under public spending; this item is personnel spending.',
  'table-three-public-total.sum':
    '{at}: row {name}: {total} is printed as {printed}; {operands} in this row add up to {sum}, {difference} apart.',
  'tables-carried-spent.twice':
    '{at}: {name} is printed as {printed}, which is all of {carried}, while {spentAt} spends {spent} of what was carried in: the same money is entered twice.',
  'tables-carry-in.blank':
    '{at}: {name} is printed as {printed}, but row “{row}” of {other} is blank and the total lacks this money.',

  'text-areas.sum':
    '{at}: the area is printed as {whole} square metres, of which {one} and {other}; the two make {sum} square metres.',
  'text-change-beyond.negative':
    '{at}: {name} is printed as {printed}, yet {change} against the year before, whose figure would then be negative; both can not be true.',
  'text-completion-base.other-budget':
    '{at}: “{rate}” names the {named}; by the figures printed it is a rate of the {other} only.',
  'text-unit-count.differ': 'The text says {stated} units and lists {listed}.',
  'wording-copied.purpose':
    '{at}: the purpose of “{item}” reads “{words}”, which speaks of another item, “{other}”.',
  'wording-copied.purpose-name':
    '{at}: the purpose of “{item}” reads “{words}”, which is the name of another item.',
  'wording-copied.reason-name':
    '{at}: the reason of “{item}” reads “{words}”, which is the name of another item.',
  'wording-copied.reason':
    '{at}: the reason of “{item}” reads “{words}”, which speaks of another item, “{other}”.',
  'wording-direction.reason':
    '{at} says “{moved}” and gives the reason “{reason}”, which goes the other way.',
  'wording-direction.item-reason':
    '{at}: of {item} it says “{moved}” and gives the reason “{reason}”, which goes the other way.',
  'wording-direction.flat-reason': '{at} says that nothing changed and gives the reason “{reason}”.',
  'wording-direction.flat-change': '{at} says “{words}”: level and changed can not both be true.',
  'below-zero.amount': '{at}: {name} is printed as {printed}; income and spending are not negative.',
  'wording-double-minus.both':
    '{at}: “{words}” has a word of direction and a minus; whether the figure rose or fell is unclear.',
  'wording-figure-missing.blank': '{at}: “{words}” lacks its figure.',
  'wording-level.other':
    '{at} says “{words}” ({count} times), but this is a filing of “{region}”: “{own}” would be right.',
  'wording-organization.other': '{at} names “{words}”, but this is the filing of “{organization}”.',
  'wording-punctuation.doubled': '{at}: punctuation is doubled or superfluous: “{words}”.',
  'wording-reason-empty.nothing': '{at}: nothing follows “{words}”.',
  'wording-said-twice.item': '{at}: “{words}” is printed twice, word for word.',
  'wording-swapped.boxes':
    '{at}: the box “{projectBox}” holds “{project}” and the box “{officeBox}” “{department}”: they seem to be swapped.',
  'wording-template.unchosen':
    '{at}: “{words}” of the form was not chosen between: the direction is unknown.',
  'wording-template.unchosen-flat':
    '{at}: “{words}” of the form was not chosen between; nothing changed, and level would be right.',
  'wording-template.unchosen-often':
    '{at}: “{words}” of the form was not chosen between: the direction is unknown; such words stand in {count} places ({pages}).',
  'wording-template.unchosen-often-flat':
    '{at}: “{words}” of the form was not chosen between; such words stand in {count} places ({pages}), nothing changed in any, and level would be right.',
  'wording-template.blank': '{at} holds a blank of the form, “{words}”.',
  'wording-template.instruction': '{at} holds an instruction of the form, “{words}”.',
  'wording-template.note': 'A note of {at} holds an instruction of the form, {words}.',
  'wording-unit-missing.bare': '{at}: the amount “{printed}” of {name} has no unit.',
  'wording-unit-missing.of-figure': '{at}: the unit behind “{figure}” is missing or cut short.',
  'wording-year.text': '{at} says “{words}”, but this is a filing of {year}.',
  'wording-year.table': '{page}: the table is titled “{title}”, but this is a filing of {year}.',
  'wording-year.heading': '{page}: the heading is “{title}”, but this is a filing of {year}.',
  'wording-zero-base.percentage':
    '{at}: the prior figure of {name} is zero: a change of “{percentage}” means nothing.',

  'code-path-name.old': '{at}: In “{path}”, “{name}” ({code}) is an old name; in {year} it is “{now}”.',
  'code-path-name.not-in-table':
    '{place} names “{item}”, {amount}; in {at} that amount is {code} “{name}”, and there is no “{item}”.',
  'prose-economy-names.unpaid': '{list}: of the items named for {kind}, {names} have no money in {table}.',
  'prose-economy-names.personnel': 'personnel',
  'prose-economy-names.public': 'running costs',
  'prose-operating-cost.slip':
    '{page}: operating cost is printed as {cost}; {at}: public money makes {money}; the digits look like a slip of the pen.',
  'prose-operating-cost.nearly':
    '{page} prints operating cost as {cost}, {at} the public money as {money}: close, and not equal.',
  'structure-empty-against.money-elsewhere':
    '{table} has no figures, but {at} prints {printed} for {name}; both cannot be true.',
  'table-target-parts.differs':
    '{form}: {name} is printed as {total}; {parts} add up to {sum}, {difference} apart.',
  'table-target-parts.one':
    '{form}: {name} is printed as {total}; the only part listed is {parts}, {difference} apart.',
  'tables-basic-split.differs':
    'Basic spending of all money and of the general budget is the same in all, and yet: {each}.',
  'tables-basic-split.above': 'The general budget has more than all money: {each}.',
  'tables-basic-split.pair': '{at} prints {printed} for {name}, {generalAt} prints {general}',
  'tables-subset.above':
    '{at} prints {printed} for {name}, more than the {of} of {whole} in {wholeAt}, of which it is a part.',
  'tables-target-money.whole': '{form} does not agree with the spending tables: {figures}.',
  'tables-target-money.figure': '{name} is printed as {printed}, {tableName} ({at}) as {table}',
  'tables-target-money.basic': 'basic spending',
  'tables-target-money.projects': 'project spending',
  'tables-target-money.project': '{list} prints {listed} for “{project}”, {form} prints {total} as {name}.',
  'text-compared.differs':
    '{at}: “{words}” does not fit the figures before it: budget {budget}, final {final}; {relation}.',
  'text-compared.same': 'the two figures are printed alike',
  'text-compared.more': 'the final figure is greater',
  'text-compared.less': 'the final figure is less',
  'text-retired-parts.sum':
    'On {page}, the retired are printed as {whole}, of them {one} and {other} of the two kinds, which make {sum}.',
  'text-set-aside.small':
    '{at}: Procurement for small and micro firms, {parts}, is more than that for small and medium firms, {whole}, of which it is a part.',
  'text-set-aside.total':
    '{at}: Procurement for small and medium firms, {parts} together, is more than all procurement, {whole}.',
  'text-staff-posts.above': '{at}: more people in post than posts: {each}.',
  'text-staff-posts.all': '{people} in all ({posts} posts)',
  'text-staff-posts.administrative': '{people} administrative ({posts} posts)',
  'text-staff-posts.institutional': '{people} institutional ({posts} posts)',
  'wording-date.to-come':
    '{at}: “{words}”: when this budget of {year} was drawn up, that day was still to come.',
  'wording-date.stale':
    '{at}: “{words}”: this is a filing of {year}; the day seems to be that of an earlier text.',
  'wording-date.outside': '{at}: “{words}” does not cover {year}, and this is a filing of {year}.',
  'wording-date.own-year': '{at}: “{words}”: a figure of {year} is compared with {year} itself.',
  'wording-department-words.found':
    '{at}: “{words}” is said by a department, and this is the filing of the unit “{organization}”.',
  'wording-organization.level':
    '{at}: This says “{words}”, which leaves out the district, and the filing is of “{organization}”.',
  'wording-organization.nearly':
    '{at}: “{words}” is close to the name of this organization, “{organization}”, and is not it.',
  'wording-reason-item.up':
    '{place}: the reason says “{reason}”, but {at} prints that {name} went up by {printed}.',
  'wording-reason-item.down':
    '{place}: the reason says “{reason}”, but {at} prints that {name} went down by {printed}.',
  'wording-title-blank.found': 'The title “{title}” still holds a placeholder of the form.',
  'across.table': '{paper}, {page}, {place}',
  'across.print': '{paper}, {page}, {place}: {name} is printed as {printed}',
  'group-at-least.less':
    '{first}, less than that of a unit: {second}, {difference} apart; a department includes its units.',
  'group-change.prior-less':
    "{first}; {second}: the department's prior figure is less than the unit's, {difference} apart.",
  'group-one-filing.differ':
    'There are two filings ({paper}) of one organization, which differ in {count} figures: {first}; in the other {second}, {difference} apart.',
  'group-prior.less':
    '{first}, less than its unit: {second}, {difference} apart; the department held its units the year before, too.',
  'group-prior.same':
    "{first}, the same as its unit: {second}, while this year's figures differ; it may be the unit's alone.",
  'group-row-missing.code':
    '“{organization}” (file “{file}”), {print}; {table} of the department does not have this item ({code}), but a department includes its units.',
  'group-sum.differ': '{print}; the filings of {count} units add up to {sum}, {difference} apart.',
  'group-unit-row.differ': "{first} (“{entity}”); in the unit's own filing: {second}, {difference} apart.",
  'series-change.differ':
    '{first}; {change} as printed, {year} would be {implied}; {second}, {difference} apart; where the prior figure was adjusted the filing has to say so.',
  'series-initial.differ': '{first} (initial budget); {second}, {difference} apart.',
  'series-prior.differ':
    '{first} (figure of {year}); {second}, {difference} apart; where the prior figure was adjusted the filing has to say so.',
  'series-stock.differ': '{first}; {second} (both at the end of {year}).',
  'series-vehicles.more': '{now}; {owned}; {planned}: {difference} too many.',

  'region.figure': '{concept}{code}',
  'region.figure-of-fund': '{fund}, {concept}{code}',
  'region.print': '“{label}” {printed}',
  'region.two-prints': '{first} and {second} ({difference} apart)',
  'region-control.contradicting': 'the filings of {departments} contradict themselves',
  'region-control.less':
    '{paper}, “{figure}”: the filings of {count} departments add up to {sum}, the control total is {control} (line {line} of its file), {difference} less.{besides}',
  'region-control.missing': 'the filings of {departments} are missing',
  'region-control.more':
    '{paper}, “{figure}”: the filings of {count} departments add up to {sum}, the control total is {control} (line {line} of its file), {difference} more.{besides}',
  'region-control.nameless': '{count} filings name no organization',
  'region-control.nobody': 'no filing prints this figure',
  'region-control.not-counted': ' {departments} are not on the roster and not counted.',
  'region-control.open':
    'The control total of {figure} in the {paper} (line {line} of the control file) cannot be decided: {why}.',
  'region-control.others': '{count} more',
  'region-control.silent': 'the filings of {departments} do not print this figure',
  'region-control.unlisted': '{departments} filed and are not on the roster',
  'region-duplicate.same':
    '“{organization}” has two files ({paper}): “{first}” and “{second}”; all {compared} figures agree, they are one.',
  'region-duplicate.differ':
    '“{organization}” has two files ({paper}): “{first}” and “{second}”; {differ} of {compared} figures differ: {differing}.',
  'region-overdue.late':
    'Line {line} of the roster: “{organization}” had to publish its {paper} by {due} and did on {published}, {days} days late.',
  'region-roster.missing': 'Line {line} of the roster: “{organization}” has no filing ({paper}).',
  'region-roster.missing-below':
    'Line {line} of the roster: “{organization}” (“{parent}”) has no filing ({paper}).',
  'region-roster.unlisted': '“{organization}” has a filing ({paper}) and is not on the roster.',

  'hint.higher':
    '“{organization}”, {year}: {indicator} is {value}, far above the median of {count} filings of its kind, {median}; a hint, not an error.',
  'hint.lower':
    '“{organization}”, {year}: {indicator} is {value}, far below the median of {count} filings of its kind, {median}; a hint, not an error.',
  'hint.YS-HINT-CHANGE': 'the change of spending against the year before',
  'hint.YS-HINT-THREE-PUBLIC-PER-HEAD': 'the three public expenses per head',
  'hint.YS-HINT-OPERATING-COST-PER-HEAD': 'the operating cost per head',
  'hint.YS-HINT-OTHER-SHARE': 'the share of items without a name of their own in spending',
  'hint.YS-HINT-ROUND': 'the share of round amounts (whole 100,000 yuan) in project spending',

  'doubt.subject-slip':
    'We may have misread it: it agrees with {name} ({at}), {printed}, and may be about that item.',
  'doubt.words': 'We may have misread it: the words before the figure name another item.',
  'doubt.adds-up':
    'We may have misread it: understood otherwise, {at} {name} {printed} agrees with the other figures.',
  'doubt.nature-slip':
    'We may have misread it: printed by kind of spending, the parts together agree with {name} ({at}), {printed}.',
  'doubt.scope-slip':
    'We may have misread it: it agrees with {name} ({at}), {printed}, and may be the figure of one unit.',
  'doubt.fund-slip':
    'We may have misread it: it agrees with {name} ({at}), {printed}, and may be other money.',
  'doubt.year-slip':
    'We may have misread it: it agrees with {name} ({at}), {printed}, and may be of another year.',
  'doubt.basis-slip':
    'We may have misread it: it agrees with {name} ({at}), {printed}, and may be a budget instead of a final figure, or the other way round.',
  'doubt.unit-slip':
    'We may have misread it: the table prints no unit, and in another one it agrees with {name} ({at}), {printed}.',
  'doubt.broken-table':
    'We may have misread it: rows that were not understood stand on a page behind, and with them it adds up.',
  'doubt.memo-column':
    'We may have misread it: the column of {name} may be a memo or carried-over money that is no part of the total; without it every row adds up.',
  'doubt.column-slip':
    'We may have misread it: the column of {name} may be part of the total; with it every row adds up.',

  'structure-required.missing': 'Not found, though it has to be published: {what} (“{basis}”).',
  'structure-required.missing-in':
    '{at}: not found here or elsewhere, though it has to be published: {what} (“{basis}”).',
  'structure-required.unexplained':
    '{at} prints a change without its reason; to be published: {what} (“{basis}”).',
  'structure-contents.table':
    'The contents list “{title}” among {listed} tables; the filing has {printed}, and not this one.',
  'structure-contents.part':
    'The contents print “{number} {title}”; the heading in the text is without “{number}”.',
}
