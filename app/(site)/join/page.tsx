import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JoinForm } from '@/components/classes/join-form'
import { Gate } from '@/components/site/gate'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'
import { readCode } from '@/lib/domain/class'

type Props = { searchParams: Promise<{ code?: string | string[]; unknown?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('joinTitle') }
}

export default async function JoinPage({ searchParams }: Props) {
  const { code: sent, unknown } = await searchParams
  const typed = [sent].flat()[0]
  const code = typed === undefined ? null : readCode(typed)
  if (code?.ok && !unknown) redirect(`/join/${code.value}`)
  const t = await getTranslations('classes')
  const errors = await getTranslations('errors')
  const error = code ? errors(code.ok ? 'codeUnknown' : 'codeShape') : undefined
  return (
    <Page viewer={await findViewer()}>
      <Gate title={t('joinTitle')} lead={t('joinText')}>
        <JoinForm error={error} typed={typed ?? ''} main />
      </Gate>
    </Page>
  )
}
