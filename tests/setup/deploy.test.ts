import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listVariables } from '@/lib/env'

const read = (file: string) => readFileSync(file, 'utf8')
const known = new Set(listVariables().map(({ name }) => name))

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'))

  it('gives the application only variables that it knows, and what it cannot do without', () => {
    const names = Object.keys(services.app.environment)
    expect(names.filter((name) => !known.has(name))).toEqual([])
    for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'])
      expect(names).toContain(name)
  })

  it('lets the application write nowhere but in its folders, without rights, on loopback alone', () => {
    const { read_only, cap_drop, security_opt, ports, depends_on } = services.app
    expect(read_only).toBe(true)
    expect(cap_drop).toEqual(['ALL'])
    expect(security_opt).toContain('no-new-privileges:true')
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    expect(services.database.ports).toBeUndefined()
    expect(depends_on.database.condition).toBe('service_healthy')
  })

  it('holds no secret, and keeps what it keeps in volumes that it names', () => {
    for (const [name, value] of Object.entries<string>(services.app.environment))
      if (/SECRET|PASSWORD/.test(name)) expect(value, name).toMatch(/^\$\{\w+(:\?.*)?\}$/)
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{/)
    const mounted = [...services.app.volumes, ...services.database.volumes].map(
      (each: string) => each.split(':')[0],
    )
    expect(mounted.sort()).toEqual(Object.keys(volumes).sort())
  })
})

describe('Dockerfile', () => {
  // A line that ends in a backslash goes on.
  const lines = read('Dockerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
  const of = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))

  it('is made of instructions that Docker has', () => {
    const words =
      'FROM WORKDIR ENV COPY RUN ARG USER VOLUME EXPOSE HEALTHCHECK STOPSIGNAL CMD'.split(' ')
    for (const line of lines) expect(words, line).toContain(line.split(' ')[0])
  })

  it('builds in one stage, runs in another, as somebody without rights', () => {
    const stages = of('FROM')
    expect(stages).toHaveLength(2)
    expect(stages[0]).toMatch(/ AS build$/)
    for (const from of of('COPY').flatMap((words) => /--from=(\w+)/.exec(words)?.[1] ?? []))
      expect(from).toBe('build')
    expect(of('USER')).toEqual(['node'])
    const last = lines.map((line) => line.split(' ')[0])
    expect(last.lastIndexOf('USER')).toBeGreaterThan(last.lastIndexOf('COPY'))
    expect(last.lastIndexOf('USER')).toBeGreaterThan(last.lastIndexOf('RUN'))
  })

  it('starts a file that is there, and leaves out what an image does not need', () => {
    const [, file] = JSON.parse(of('CMD')[0] ?? '[]')
    expect(existsSync(file)).toBe(true)
    const left = read('.dockerignore').split('\n')
    for (const name of ['.git', '.env', '.data', 'node_modules', '.next'])
      expect(left).toContain(name)
  })
})

describe('the units of systemd', () => {
  const folder = 'docs/deploy'
  const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name))

  it.each(units)('%s has sections and settings alone, and starts what is there', (name) => {
    const settings: [string, string][] = []
    let section = ''
    for (const line of read(`${folder}/${name}`).split('\n')) {
      if (line === '' || line.startsWith('#')) continue
      const head = /^\[(Unit|Service|Timer|Install)\]$/.exec(line)
      if (head) section = head[1] ?? ''
      else {
        const [, key = '', value = ''] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? []
        expect(section, line).not.toBe('')
        expect(key, line).not.toBe('')
        settings.push([key, value])
      }
    }
    const valuesOf = (key: string) =>
      settings.filter(([each]) => each === key).map(([, value]) => value)
    for (const program of valuesOf('ExecStart')) {
      const [node, file = ''] = program.split(' ')
      expect(node).toBe('/usr/bin/node')
      expect(existsSync(file), file).toBe(true)
      expect(valuesOf('User')).toEqual(['rendezvous'])
    }
    for (const variable of valuesOf('Environment').join(' ').split(' ').filter(Boolean))
      expect(known).toContain(variable.split('=')[0])
    if (name.endsWith('.timer')) expect(units).toContain(name.replace('.timer', '.service'))
  })
})

it('the proxy passes the host on and vouches for one address', () => {
  const text = read('docs/deploy/nginx.conf')
  expect(text.split('{')).toHaveLength(text.split('}').length)
  expect(text).toContain('proxy_set_header Host $host;')
  expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
})

it('README lists the configuration as it is', () => {
  const words = ['--import', 'tsx', 'scripts/configuration.ts', '--check']
  expect(execFileSync(process.execPath, words).toString()).toContain('up to date')
})

it('the data map names every table, and no other', () => {
  const models = [...read('prisma/schema.prisma').matchAll(/^model (\w+) \{/gm)].map(
    ([, name]) => name,
  )
  const named = [...read('docs/privacy.md').matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, name]) => name)
  expect([...new Set(named)].sort()).toEqual(models.sort())
})
