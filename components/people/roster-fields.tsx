'use client'

import { FormField, FormText } from '@/components/form/form-fields'
import type { RosterWords } from './roster-words'

const FILES = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values'

/** Where a list of pupils is pasted, or chosen as a file. */
export function RosterFields({ words }: { words: RosterWords }) {
  return (
    <>
      <FormText name="text" label={words.paste} help={words.pasteHelp} rows={10} />
      <FormField name="users" label={words.file} help={words.fileHelp} type="file" accept={FILES} />
      <FormField
        name="enrollments"
        label={words.enrollments}
        help={words.enrollmentsHelp}
        type="file"
        accept={FILES}
      />
    </>
  )
}
