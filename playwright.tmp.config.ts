import { defineConfig } from '@playwright/test'
import base from './playwright.config'
const { webServer: _, ...rest } = base
export default defineConfig({ ...rest, reporter: [['line']], use: { ...rest.use, trace: 'off', baseURL: 'http://localhost:3317' } })
