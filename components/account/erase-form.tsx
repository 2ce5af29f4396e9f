'use client'

import { ActionForm } from '@/components/form/action-form'
import { FormCheck, FormError } from '@/components/form/form-fields'
import type { FormAction } from '@/lib/form'
import { noteErasing } from './erased-device'

/** Asks once more who it is, and notes on this device whose traces are to go when it is done. */
export function EraseForm({
  action,
  learner,
  isGuest,
  words,
}: {
  action: FormAction
  learner: string
  isGuest: boolean
  words: { password: string; sure: string; submit: string }
}) {
  return (
    <div onSubmitCapture={() => noteErasing(learner)}>
      <ActionForm
        action={action}
        submit={words.submit}
        hidden={{ back: '/account/data/erase' }}
        fields={
          isGuest
            ? []
            : [
                {
                  name: 'password',
                  label: words.password,
                  type: 'password',
                  autoComplete: 'current-password',
                },
              ]
        }
      >
        {isGuest && (
          <div className="field">
            <FormCheck name="sure" value="yes" label={words.sure} initial={false} />
            <FormError name="sure" isGroup />
          </div>
        )}
      </ActionForm>
    </div>
  )
}
