import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { QrCode } from '@/components/people/qr-code'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findClassPeople } from '@/lib/data/people'
import { shownCode } from '@/lib/domain/class'
import { env } from '@/lib/env'
import { qrOf } from '@/lib/exchange/qr'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('toBoard'), robots: { index: false } }
}

/** The code of a class, to be read from the last row; nothing where it opens nothing. */
export default async function BoardPage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/board`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const { name, code, codeExpiresAt, archivedAt } =
    (await findClassPeople(viewer, classId)) ?? notFound()
  const hasRunOut = codeExpiresAt !== null && codeExpiresAt <= new Date()
  if (!code || archivedAt || hasRunOut) notFound()
  const t = await getTranslations('people')
  const link = new URL(`/join/${code}`, env().nextAuthUrl)
  const typed = new URL('/join', link)
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: name, href: `/classes/${classId}` },
          { label: t('title'), href: `/classes/${classId}/people` },
          { label: t('toBoard') },
        ]}
      />
      <h1 className="mt-2">{t('boardTitle', { name })}</h1>
      <div className="board">
        <div>
          <p>
            {t.rich('boardAt', {
              address: () => <strong className="break-all">{typed.host + typed.pathname}</strong>,
            })}
          </p>
          <p className="board-code num">{shownCode(code)}</p>
          <p>{t('boardScan')}</p>
        </div>
        <QrCode qr={qrOf(link.href)} label={t('qr')} />
      </div>
    </Page>
  )
}
