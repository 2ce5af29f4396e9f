import type { MetadataRoute } from 'next'
import messages from '@/content/messages/en.json'

/** By which a device installs the product as an application; colours are those of the day's paper. */
export default function manifest(): MetadataRoute.Manifest {
  const { name, description } = messages.site
  return {
    ...{ name, short_name: name, description, id: '/', start_url: '/review', scope: '/' },
    ...{ display: 'standalone', background_color: '#F4F6F3', theme_color: '#F4F6F3' },
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
