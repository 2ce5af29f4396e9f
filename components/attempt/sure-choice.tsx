import { useTranslations } from 'next-intl'
import { MarksTable } from './marks-table'

/** Whether practice asks how sure one is, with what that is about and its marks. */
export function SureChoice({ isAsked }: { isAsked: boolean }) {
  const t = useTranslations('sureChoice')
  return (
    <div className="sure-choice">
      <label className="tick">
        <input type="checkbox" name="sure" value="1" defaultChecked={isAsked} />
        <span>{t('label')}</span>
      </label>
      <details>
        <summary>{t('more')}</summary>
        <p className="my-2">{t('text')}</p>
        <MarksTable />
      </details>
    </div>
  )
}
