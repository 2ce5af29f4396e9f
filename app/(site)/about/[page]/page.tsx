import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ABOUT_PAGES, AboutText } from '@/components/site/about-text'
import { Page } from '@/components/site/page'

type Props = { params: Promise<{ page: string }> }

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => ABOUT_PAGES.map((page) => ({ page }))

const find = async ({ params }: Props) => {
  const { page } = await params
  return ABOUT_PAGES.find((each) => each === page) ?? null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await find(props)
  return page ? { title: (await getTranslations('about'))(`${page}.title`) } : {}
}

export default async function AboutRoute(props: Props) {
  const page = (await find(props)) ?? notFound()
  return (
    <Page width="text">
      <AboutText page={page} />
    </Page>
  )
}
