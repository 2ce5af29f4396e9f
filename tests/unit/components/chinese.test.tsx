import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WithChinese } from '@/components/ui/chinese'

const drawn = (text: string) => renderToStaticMarkup(<WithChinese>{text}</WithChinese>)

it.each([
  ['The name Tianguan (天关) recalls it.', 'The name Tianguan (<span>天关</span>) recalls it.'],
  ['basin · 南极-艾特肯盆地 · bassin', 'basin · <span>南极-艾特肯盆地</span> · bassin'],
  ['欧洲空间局（欧空局）', '<span>欧洲空间局（欧空局）</span>'],
  ['软X射线成像仪', '<span>软X射线成像仪</span>'],
  ['天关 and 微笑', '<span>天关</span> and <span>微笑</span>'],
  ['No Chinese: Chang’e-6, télémesure', 'No Chinese: Chang’e-6, télémesure'],
  ['', ''],
])('“%s” has its Chinese marked, and nothing else', (text, marked) => {
  expect(drawn(text)).toBe(marked.replaceAll('<span>', '<span lang="zh-Hans">'))
})
