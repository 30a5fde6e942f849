/** Why something that was named gives no source. */
export interface InputProblem {
  /** On this machine; `archive!/entry` inside archives. */
  path: string
  /** As a source is called: below the argument, never absolute. */
  source: string
  code:
    | 'not-found'
    | 'not-readable'
    | 'empty-folder'
    | 'too-large'
    | 'not-a-file'
    | 'link-outside'
    | 'link-broken'
    | 'entry-encrypted'
    | 'entry-damaged'
    | 'entry-method'
    | 'entry-escapes'
    | 'not-unpacked'
}
